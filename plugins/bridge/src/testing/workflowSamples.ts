import type {
  ItemForm,
  ItemStateView,
  Workflow,
} from '@techbridge/plugin-bridge-common';

/** A state of a workflow. @internal */
export function aState(
  id: string,
  type: ItemStateView['type'],
  label: ItemStateView['label'],
  phase: string | null = 'handling',
): ItemStateView {
  return { id, type, label, phase };
}

/** What a problem from the shop floor is asked for. @internal */
export const reportForm: ItemForm = {
  schema: {
    type: 'object',
    required: ['title', 'system', 'impact'],
    properties: {
      title: {
        type: 'string',
        title: 'What is wrong?',
        minLength: 2,
        maxLength: 120,
      },
      system: {
        type: 'string',
        title: 'In which system?',
        format: 'system-ref',
      },
      impact: {
        type: 'string',
        title: 'Does production suffer?',
        enum: ['none', 'slow', 'stop'],
      },
      words: { type: 'string', title: 'In your own words', maxLength: 2000 },
      picture: { type: 'string', title: 'Picture', format: 'attachment' },
    },
  },
  uiSchema: {
    title: {
      'ui:options': {
        labels: {
          title: { en: 'What is wrong?', zh: '出了什么问题' },
          help: { en: 'One sentence is enough.', zh: '一句话就行。' },
        },
      },
    },
    system: {
      'ui:options': {
        catalog: { kind: 'System' },
        labels: { title: { en: 'In which system?', zh: '哪个系统' } },
      },
    },
    impact: {
      'ui:widget': 'radio',
      'ui:options': {
        labels: {
          title: { en: 'Does production suffer?', zh: '对生产的影响' },
          options: {
            none: { en: 'No effect', zh: '不影响' },
            slow: { en: 'Work is slower', zh: '变慢' },
            stop: { en: 'The line stands still', zh: '停线' },
          },
        },
      },
    },
    words: {
      'ui:widget': 'textarea',
      'ui:options': {
        labels: { title: { en: 'In your own words', zh: '说说经过' } },
      },
    },
  },
};

/** What a super user fills in who solves a problem on the spot. @internal */
export const solveForm: ItemForm = {
  schema: {
    type: 'object',
    required: ['rootCauseClass', 'reply'],
    properties: {
      rootCauseClass: {
        type: 'string',
        title: 'Root cause',
        enum: ['operatingHabit', 'device'],
      },
      reply: {
        type: 'string',
        title: 'Reply to the reporter',
        minLength: 5,
        maxLength: 2000,
      },
    },
  },
  uiSchema: {
    rootCauseClass: {
      'ui:options': {
        labels: {
          title: { en: 'Root cause', zh: '根因分类' },
          options: {
            operatingHabit: { en: 'Operating habit', zh: '操作习惯' },
            device: { en: 'Device or network', zh: '设备或网络' },
          },
        },
      },
    },
    reply: {
      'ui:widget': 'textarea',
      'ui:options': {
        labels: {
          title: { en: 'Reply to the reporter', zh: '给反馈人的回复' },
        },
      },
    },
  },
};

/** What is asked when feedback becomes a proposal, or joins one. @internal */
export const convertForm: ItemForm = {
  schema: {
    type: 'object',
    properties: {
      proposal: {
        type: 'string',
        title: 'Proposal',
        format: 'item-key',
        workflow: 'proposal',
        open: true,
      },
    },
  },
  uiSchema: {
    proposal: {
      'ui:options': {
        workflow: 'proposal',
        open: true,
        new: true,
        labels: { title: { en: 'Proposal', zh: '提案单' } },
      },
    },
  },
};

/** The states of feedback. @internal */
export const feedbackStates = {
  reported: aState(
    'reported',
    'task',
    { en: 'Waiting to be taken up', zh: '待受理' },
    'report',
  ),
  inProgress: aState('inProgress', 'task', { en: 'In progress', zh: '处理中' }),
  toConfirm: aState('toConfirm', 'task', {
    en: 'Waiting for confirmation',
    zh: '待确认',
  }),
  converted: aState(
    'converted',
    'end',
    { en: 'Became a proposal', zh: '已转提案' },
    'finish',
  ),
};

/** The workflow of a problem from the shop floor. @internal */
export const feedbackWorkflow: Workflow = {
  id: 'feedback',
  version: 3,
  hash: 'f3',
  title: { en: 'Feedback', zh: '问题反馈' },
  kind: 'Feedback',
  keyPrefix: 'FB',
  phases: [
    { id: 'report', label: { en: 'Reported', zh: '反馈' } },
    { id: 'handling', label: { en: 'In hand', zh: '处理' } },
    { id: 'finish', label: { en: 'Finished', zh: '结束' } },
  ],
  states: Object.values(feedbackStates),
  fields: {
    title: field({ en: 'What is wrong?', zh: '出了什么问题' }),
    system: field({ en: 'In which system?', zh: '哪个系统' }, 'system-ref'),
    impact: {
      ...field({ en: 'Does production suffer?', zh: '对生产的影响' }),
      options: { slow: { en: 'Work is slower', zh: '变慢' } },
    },
    words: field({ en: 'In your own words', zh: '说说经过' }),
    solver: field({ en: 'Solved by', zh: '解决人' }, 'user-ref'),
    reply: field({ en: 'Reply to the reporter', zh: '给反馈人的回复' }),
  },
  start: { form: reportForm },
  visibility: 'reporterChooses',
  actions: {
    acknowledge: { en: 'Take up', zh: '受理' },
    solve: { en: 'Solved on the spot', zh: '现场解决' },
    convert: { en: 'Turn into a proposal', zh: '转为提案' },
    confirm: { en: 'Yes it is solved', zh: '确认已解决' },
  },
};

/** The workflow of an optimization proposal. @internal */
export const proposalWorkflow: Workflow = {
  ...feedbackWorkflow,
  id: 'proposal',
  version: 2,
  hash: 'p2',
  title: { en: 'Optimization proposal', zh: '优化提案' },
  kind: 'Proposal',
  keyPrefix: 'OP',
  states: [
    aState('review', 'approval', { en: 'Before the board', zh: '评审中' }),
  ],
  actions: { defer: { en: 'Defer', zh: '暂缓' } },
};

/** A workflow whose items only come out of others. @internal */
export const requirementWorkflow: Workflow = {
  ...proposalWorkflow,
  id: 'requirement',
  title: { en: 'Requirement', zh: '需求' },
  kind: 'Requirement',
  keyPrefix: 'RQ',
  start: {},
};

/** The workflows in force. @internal */
export const workflows = [
  feedbackWorkflow,
  proposalWorkflow,
  requirementWorkflow,
];

function field(label: Workflow['title'], format: string | null = null) {
  return { label, type: 'string', format, options: {} };
}
