import { JsonSchema, Label } from './definition';

/** An effect that workflows may use, and what it takes. @public */
export interface EffectKind {
  use: string;
  title: Label;
  /** JSON Schema (draft-07) of `with`, an object. */
  schema: JsonSchema;
  /** Whether it answers with something that `saveTo` keeps in the data. */
  answers?: boolean;
}

/** Where the people of a role may come from besides the language's own words. @public */
export interface RoleSourceKind {
  /** The name in `from: { custom: <name> }`. */
  source: string;
  title: Label;
  /** JSON Schema (draft-07) of `with`, an object. */
  schema: JsonSchema;
}

/** How two items may be linked. @internal */
export const LINKS = [
  'convertedTo',
  'implements',
  'documents',
  'duplicateOf',
  'relatesTo',
];

const text: JsonSchema = { type: 'string', minLength: 1 };
const object: JsonSchema = { type: 'object' };
const link: JsonSchema = { type: 'string', enum: LINKS };
const day: JsonSchema = { type: 'string', format: 'date' };

/** One text, or one in each language. */
const bilingual: JsonSchema = {
  anyOf: [text, takes({ en: text, zh: text }, ['en', 'zh'])],
};

/** A recipient, or a list of them. */
const recipients: JsonSchema = {
  anyOf: [text, { type: 'array', items: text, minItems: 1 }],
};

function takes(
  properties: { [parameter: string]: JsonSchema },
  required: string[] = [],
): JsonSchema {
  return { type: 'object', properties, required, additionalProperties: false };
}

const appointment = {
  system: { type: 'string', format: 'entity-ref' },
  user: { type: 'string', format: 'entity-ref' },
  role: { type: 'string', enum: ['lead', 'backup', 'member'] },
  department: { type: 'string', format: 'entity-ref' },
  shift: { type: 'string', enum: ['day', 'middle', 'night', 'all'] },
  modules: { type: 'array', items: text },
  stage: { type: 'string', enum: ['basic', 'advanced', 'expert'] },
  from: day,
  until: day,
};

/** The effects that are shipped. @public */
export const EFFECTS: EffectKind[] = [
  {
    use: 'notify',
    title: { en: 'Notify people', zh: '通知人员' },
    schema: takes(
      {
        to: recipients,
        ...{ template: text, title: text, message: text, link: text },
        ...{ severity: text, topic: text, values: object },
      },
      ['to', 'template'],
    ),
  },
  {
    use: 'createItem',
    title: { en: 'Create an item', zh: '新建单据' },
    schema: takes({ workflow: text, data: object, link }, ['workflow', 'data']),
    answers: true,
  },
  {
    use: 'linkItem',
    title: { en: 'Link an item', zh: '关联单据' },
    schema: takes({ key: text, link }, ['key', 'link']),
  },
  {
    use: 'openCaseDraft',
    title: { en: 'Begin a case', zh: '起草案例' },
    schema: takes(
      { template: text, title: text, type: text, link, data: object },
      ['template'],
    ),
    answers: true,
  },
  {
    use: 'publishCase',
    title: { en: 'Publish a case', zh: '发布案例' },
    schema: takes({ case: text, revision: {} }),
  },
  {
    use: 'webhook',
    title: { en: 'Tell another system', zh: '通知其他系统' },
    schema: takes({ url: text, body: {} }, ['url']),
  },
  {
    use: 'comment',
    title: { en: 'Add a comment', zh: '添加评论' },
    schema: takes({ text }, ['text']),
  },
  {
    use: 'appoint',
    title: { en: 'Appoint a super user', zh: '聘任超级用户' },
    schema: takes(appointment, ['system', 'user', 'role']),
  },
  {
    use: 'awardPoints',
    title: { en: 'Award points', zh: '奖励积分' },
    schema: takes(
      {
        to: recipients,
        points: { type: 'integer', minimum: 1, maximum: 1000 },
        reason: bilingual,
        dimension: {
          type: 'string',
          enum: ['technical', 'business', 'culture'],
        },
      },
      ['to', 'points', 'reason'],
    ),
  },
  {
    use: 'catalogEntity',
    title: { en: 'Write into the catalog', zh: '写入目录' },
    schema: {
      type: 'object',
      properties: {
        entity: {
          type: 'object',
          properties: {
            apiVersion: text,
            kind: { type: 'string', enum: ['Resource', 'Component'] },
            metadata: {
              type: 'object',
              properties: { name: text },
              required: ['name'],
            },
            spec: object,
          },
          required: ['kind', 'metadata', 'spec'],
          additionalProperties: false,
        },
        remove: { type: 'string', format: 'entity-ref' },
      },
      oneOf: [{ required: ['entity'] }, { required: ['remove'] }],
      additionalProperties: false,
    },
  },
  {
    use: 'scaffolderTask',
    title: { en: 'Start a software template', zh: '启动软件模板' },
    schema: takes(
      { template: { type: 'string', format: 'entity-ref' }, values: object },
      ['template'],
    ),
    answers: true,
  },
];

/** Those that are part of their command: they succeed or fail with it. @internal */
export const IMMEDIATE = [
  'createItem',
  'linkItem',
  'openCaseDraft',
  'appoint',
  'awardPoints',
];
