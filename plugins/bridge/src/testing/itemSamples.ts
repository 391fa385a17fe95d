import type {
  Chain,
  Item,
  ItemAction,
  ItemBoardView,
  ItemRow,
  JournalEntry,
} from '@techbridge/plugin-bridge-common';
import { http, HttpResponse } from 'msw';
import { at, pageOf, refusal } from './fakeBridge';
import {
  aState,
  convertForm,
  feedbackStates,
  solveForm,
  workflows,
} from './workflowSamples';

/** An item as lists answer it. @internal */
export function aRow(changes: Partial<ItemRow> = {}): ItemRow {
  return {
    key: 'FB-0405',
    workflow: { id: 'feedback', version: 3 },
    title: 'Scanner drops off the network',
    state: feedbackStates.reported,
    rev: 1,
    createdBy: 'user:default/tang.ting',
    createdAt: '2025-12-28T01:00:00.000Z',
    updatedAt: '2025-12-28T01:00:00.000Z',
    system: 'system:default/wms',
    assignees: ['user:default/ma.jun'],
    ...changes,
  };
}

/** A verb that may be used. @internal */
export function anAction(
  id: string,
  label: ItemAction['label'],
  changes: Partial<ItemAction> = {},
): ItemAction {
  return { id, label, comment: 'none', allowed: true, ...changes };
}

/** Feedback as the super user sees it who is asked. @internal */
export function aFeedback(changes: Partial<Item> = {}): Item {
  return {
    ...aRow(),
    data: {
      title: 'Scanner drops off the network',
      system: 'system:default/wms',
      impact: 'slow',
      words: 'Since this morning.\n<img src=x onerror=alert(1)> **not bold**',
    },
    links: [],
    boards: [],
    conditions: [],
    support: { count: 0, mine: false, allowed: true, forOthers: false },
    watch: { on: false, count: 0 },
    mayChangePrivacy: false,
    mayNote: false,
    actions: [
      anAction('acknowledge', { en: 'Take up', zh: '受理' }),
      anAction(
        'solve',
        { en: 'Solved on the spot', zh: '现场解决' },
        { form: solveForm, comment: 'optional' },
      ),
      anAction(
        'convert',
        { en: 'Turn into a proposal', zh: '转为提案' },
        { form: convertForm },
      ),
      anAction(
        'confirm',
        { en: 'Yes it is solved', zh: '确认已解决' },
        {
          allowed: false,
          why: {
            code: 'forbidden',
            en: 'Only the reporter may confirm.',
            zh: '只有反馈人可以确认。',
          },
        },
      ),
    ],
    ...changes,
  };
}

/** The board of a proposal, open, with one vote and one recusal. @internal */
export function aBoard(changes: Partial<ItemBoardView> = {}): ItemBoardView {
  return {
    id: 'itReviewBoard',
    round: 1,
    state: 'open',
    label: { en: 'IT review board', zh: 'IT评审委员会' },
    choices: ['approve', 'reject', 'abstain'],
    electorate: [
      { user: 'user:default/zhou.qiming', chair: true, weight: 2, veto: true },
      { user: 'user:default/he.jing', chair: false },
      { user: 'user:default/tang.ting', chair: false },
      { user: 'user:default/chen.zhiyuan', chair: false },
    ],
    cast: 1,
    recused: [
      {
        user: 'user:default/chen.zhiyuan',
        reason: { en: 'Proposer of this item', zh: '本单提案人' },
      },
    ],
    quorum: { needed: 2, present: 1 },
    ballot: 'open',
    reasonLength: { reject: 20 },
    deadlineAt: '2026-01-05T09:00:00.000Z',
    ballots: [
      {
        voter: 'user:default/he.jing',
        choice: 'approve',
        reason: 'Saves a walk to the office.',
        at: '2025-12-30T01:00:00.000Z',
      },
    ],
    mayRecuse: true,
    mayRecuseOthers: false,
    mayChangeVoters: false,
    allowed: true,
    onBehalfOf: [],
    ...changes,
  };
}

/** A proposal before its board, as a member sees it. @internal */
export function aProposal(changes: Partial<Item> = {}): Item {
  return {
    ...aFeedback(),
    key: 'OP-2025-018',
    workflow: { id: 'proposal', version: 2 },
    title: 'Scanner keeps its data while offline',
    state: aState('review', 'approval', {
      en: 'Before the board',
      zh: '评审中',
    }),
    data: {},
    links: [],
    actions: [
      anAction(
        'defer',
        { en: 'Defer', zh: '暂缓' },
        {
          allowed: false,
          why: {
            code: 'forbidden',
            en: 'Only the chair may defer.',
            zh: '只有主任委员可以暂缓。',
          },
        },
      ),
    ],
    boards: [aBoard()],
    ...changes,
  };
}

/** Two feedbacks that became one proposal, and its requirement. @internal */
export const aChain: Chain = {
  nodes: [
    aRow({ key: 'FB-0405', state: feedbackStates.converted }),
    aRow({
      key: 'FB-0411',
      title: 'Scanner loses counts',
      state: feedbackStates.converted,
    }),
    aRow({
      key: 'OP-2025-018',
      workflow: { id: 'proposal', version: 2 },
      title: 'Scanner keeps its data while offline',
    }),
    aRow({
      key: 'RQ-2025-031',
      workflow: { id: 'requirement', version: 1 },
      title: 'Offline buffer of the scanner',
    }),
  ],
  edges: [
    { from: 'FB-0405', to: 'OP-2025-018', type: 'convertedTo' },
    { from: 'FB-0411', to: 'OP-2025-018', type: 'convertedTo' },
    { from: 'RQ-2025-031', to: 'OP-2025-018', type: 'implements' },
  ],
};

const TANG_TING = { ref: 'user:default/tang.ting', name: '唐婷 Tang Ting' };
const MA_JUN = { ref: 'user:default/ma.jun', name: '马俊 Ma Jun' };
const SYSTEM = { ref: 'system', name: 'system' };

/** What happened to a feedback. @internal */
export const aJournal: JournalEntry[] = [
  line('created', TANG_TING, { data: { impact: 'slow' } }),
  line('entered', TANG_TING, {
    ...{ state: 'reported', from: null, data: { words: null } },
  }),
  line('action', MA_JUN, {
    action: 'acknowledge',
    comment: 'I come to the dock.',
    data: { words: 'Since this morning.', reply: [{ no: 1 }, { no: 2 }] },
  }),
  line('milestone', MA_JUN, { milestone: 'acknowledged', kind: 'Feedback' }),
  line('comment', TANG_TING, { text: 'Thank you!' }),
  line('timer', SYSTEM, { timer: 'unanswered' }),
  line('boardClosed', SYSTEM, {
    board: 'itReviewBoard',
    outcome: 'approved',
    count: { for: 5, against: 1, abstained: 0 },
  }),
  line('award', MA_JUN, {
    ...{ to: [TANG_TING.ref], points: 7, dimension: 'technical' },
    reason: { en: 'A good description', zh: '描述清楚' },
  }),
  line('answered', SYSTEM, {
    ...{ effect: 'scaffolderTask', field: 'task', answer: 'task-7' },
  }),
  line('comment', MA_JUN, null),
].map((entry, index) => ({ ...entry, seq: index + 1, rev: index + 1 }));

function line(
  type: string,
  actor: JournalEntry['actor'],
  payload: JournalEntry['payload'],
): JournalEntry {
  return {
    seq: 0,
    rev: 0,
    type,
    actor,
    at: '2025-12-29T02:30:00.000Z',
    payload,
    hash: 'h',
  };
}

/** What the page of an item asks of a bridge that knows some items. @internal */
export function itemsOf(...items: Item[]) {
  const find = (key: unknown) => items.find(item => item.key === key);
  return [
    http.get(at('/workflows'), () => HttpResponse.json(pageOf(workflows))),
    http.get(at('/workflows/:id'), ({ params }) => {
      const found = workflows.find(({ id }) => id === params.id);
      return found
        ? HttpResponse.json(found)
        : refusal('workflow-not-found', { params: { id: String(params.id) } });
    }),
    http.get(at('/filters'), () => HttpResponse.json(pageOf([]))),
    http.get(at('/items'), () => HttpResponse.json(pageOf(items))),
    http.get(at('/items/similar'), () => HttpResponse.json(pageOf([]))),
    http.get(at('/items/:key'), ({ params }) => {
      const item = find(params.key);
      return item
        ? HttpResponse.json(item)
        : refusal('item-not-found', { params: { key: String(params.key) } });
    }),
    http.get(at('/items/:key/chain'), () => HttpResponse.json(aChain)),
    http.get(at('/items/:key/meetings'), () => HttpResponse.json(pageOf([]))),
    http.get(at('/items/:key/attachments'), () =>
      HttpResponse.json(pageOf([])),
    ),
    http.get(at('/items/:key/journal'), () =>
      HttpResponse.json({
        ...pageOf(aJournal),
        intact: true,
        brokenAt: null,
      }),
    ),
  ];
}
