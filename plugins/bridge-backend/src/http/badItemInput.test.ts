import { errorMessages } from '@techbridge/plugin-bridge-common';
import { DATABASE_IDS } from '../testing/databases';
import {
  caseText,
  feedback,
  report,
  SmallFactory,
  smallFactory,
  SOLVER,
  VOTERS,
} from './testing/smallFactory';

jest.setTimeout(120_000);

const user = (name: string) => `user:default/${name}`;
function nested(depth: number): unknown {
  return JSON.parse('['.repeat(depth) + ']'.repeat(depth));
}

const TEXTS: [string, string, string][] = [
  ['a NUL', 'a\u0000b', 'not-plain-text'],
  ['a lone surrogate', 'a\ud800b', 'not-plain-text'],
  ['a mark that turns the direction', 'a\u202eb', 'not-plain-text'],
];

type Row = [string, string, object, string, string];

/** What is sent to which address, and the field and code that the refusal names. */
const REFUSED: Row[] = [
  ['no workflow', '/items', { data: feedback }, 'workflow', 'required'],
  [
    'an unknown field',
    '/items',
    { ...report(feedback), state: 'closed' },
    'state',
    'unknown-field',
  ],
  ['data that are a text', '/items', report('x'), 'data', 'wrong-type'],
  [
    'a field of another form',
    '/items',
    report({ ...feedback, solver: SOLVER }),
    'data.solver',
    'unknown-field',
  ],
  [
    'a field that is missing',
    '/items',
    report({ title: '报工' }),
    'data.system',
    'required',
  ],
  [
    'a number for a text',
    '/items',
    report({ ...feedback, title: 7 }),
    'data.title',
    'wrong-type',
  ],
  [
    'an array for a text',
    '/items',
    report({ ...feedback, title: ['x'] }),
    'data.title',
    'wrong-type',
  ],
  [
    'a title that is too long',
    '/items',
    report({ ...feedback, title: 'x'.repeat(121) }),
    'data.title',
    'too-long',
  ],
  [
    'an unknown choice',
    '/items',
    report({ ...feedback, impact: 'huge' }),
    'data.impact',
    'not-one-of',
  ],
  [
    'an unknown system',
    '/items',
    report({ ...feedback, system: 'system:default/x' }),
    'data.system',
    'unknown-system',
  ],
  [
    'no reference',
    '/items',
    report({ ...feedback, system: 'mes' }),
    'data.system',
    'bad-format',
  ],
  [
    'constructor as a key',
    '/items',
    report({ ...feedback, constructor: {} }),
    'data.constructor',
    'unknown-field',
  ],
  [
    'toString as a key',
    '/items',
    report({ ...feedback, toString: 'x' }),
    'data.toString',
    'unknown-field',
  ],
  [
    'a key that is too long',
    '/items',
    report({ ...feedback, ['k'.repeat(61)]: 1 }),
    `data.${'k'.repeat(61)}`,
    'too-long',
  ],
  [
    'nesting without end',
    '/items',
    report({ ...feedback, title: nested(60) }),
    'data.title',
    'too-deep',
  ],
  [
    'an unknown kind of link',
    '/items',
    { ...report(feedback), links: [{ type: 'x', key: 'FB-0001' }] },
    'links.0.type',
    'not-one-of',
  ],
  [
    'a link with an unknown item',
    '/items',
    { ...report(feedback), links: [{ type: 'relatesTo', key: 'FB-9999' }] },
    'links.0.key',
    'unknown-item',
  ],
  [
    'too many links',
    '/items',
    {
      ...report(feedback),
      links: Array(21).fill({ type: 'relatesTo', key: 'FB-0001' }),
    },
    'links',
    'too-many',
  ],
  ...TEXTS.map(
    ([what, text, code]): Row => [
      what,
      '/items',
      report({ ...feedback, title: text }),
      'data.title',
      code,
    ],
  ),

  ['no rev', '/items/FB/actions/solve', {}, 'rev', 'required'],
  [
    'a rev as a text',
    '/items/FB/actions/solve',
    { rev: '1' },
    'rev',
    'wrong-type',
  ],
  [
    'a rev in parts',
    '/items/FB/actions/solve',
    { rev: 1.5 },
    'rev',
    'wrong-type',
  ],
  [
    'a rev below zero',
    '/items/FB/actions/solve',
    { rev: -1 },
    'rev',
    'too-small',
  ],
  [
    'a rev without end',
    '/items/FB/actions/solve',
    { rev: 1e300 },
    'rev',
    'too-large',
  ],
  [
    'an empty form',
    '/items/FB/actions/solve',
    { rev: 1, data: {} },
    'data.reply',
    'required',
  ],
  [
    'a comment that is too long',
    '/items/FB/actions/solve',
    { rev: 1, comment: 'x'.repeat(4001) },
    'comment',
    'too-long',
  ],
  [
    'no comment where one is asked for',
    '/items/FB/actions/decline',
    { rev: 1, data: {} },
    'data.declineReason',
    'required',
  ],
  [
    'the same problem that is none',
    '/items/FB/actions/markDuplicate',
    { rev: 1, data: { duplicateOf: 'FB-9999' } },
    'data.duplicateOf',
    'unknown-item',
  ],
  ...TEXTS.map(
    ([what, text, code]): Row => [
      `${what} in a comment`,
      '/items/FB/actions/solve',
      { rev: 1, comment: text },
      'comment',
      code,
    ],
  ),

  [
    'an unknown person',
    '/items/OP/actions/submit',
    { rev: 1, data: { proposers: [user('nobody')] } },
    'data.proposers',
    'unknown-person',
  ],
  [
    'an unknown board',
    '/items/REF/ballots',
    { board: 'x', choice: 'approve' },
    'board',
    'invalid',
  ],
  [
    'an unknown vote',
    '/items/REF/ballots',
    { board: 'few', choice: 'maybe' },
    'choice',
    'not-one-of',
  ],
  [
    'a vote that this board does not have',
    '/items/REF/ballots',
    { board: 'few', choice: 'abstain' },
    'choice',
    'not-one-of',
  ],
  [
    'a reason that is too long',
    '/items/REF/ballots',
    { board: 'few', choice: 'approve', reason: 'x'.repeat(4001) },
    'reason',
    'too-long',
  ],
  ...TEXTS.map(
    ([what, text, code]): Row => [
      `${what} in a reason`,
      '/items/REF/ballots',
      { board: 'few', choice: 'approve', reason: text },
      'reason',
      code,
    ],
  ),
  [
    'a recusal without a reason',
    '/items/REF/recusals',
    { board: 'few' },
    'reason',
    'required',
  ],
  [
    'a recusal from an unknown board',
    '/items/REF/recusals',
    { board: 'x', reason: '亲属' },
    'board',
    'invalid',
  ],
  ...(
    [
      [{ reason: '' }, 'reason', 'required'],
      [{ change: 'swap' }, 'change', 'not-one-of'],
      [{ voter: 'no.body' }, 'voter', 'unknown-person'],
      [{ board: 'x' }, 'board', 'invalid'],
    ] as const
  ).map(
    ([wrong, field, code]): Row => [
      `a voter who is added with another ${field}`,
      '/items/REF/voters',
      {
        ...{ board: 'few', voter: 'zheng.bo', change: 'add' },
        ...{ reason: '了解产线', ...wrong },
      },
      field,
      code,
    ],
  ),

  [
    'a comment without words',
    '/items/FB/comments',
    { text: ' \n ' },
    'text',
    'required',
  ],
  [
    'a long comment',
    '/items/FB/comments',
    { text: 'x'.repeat(4001) },
    'text',
    'too-long',
  ],
  [
    'an object for a comment',
    '/items/FB/comments',
    { text: {} },
    'text',
    'wrong-type',
  ],
  [
    'a link with no key',
    '/items/FB/links',
    { type: 'relatesTo', key: '../x' },
    'key',
    'bad-format',
  ],
  [
    'a link with nothing',
    '/items/FB/links',
    { type: 'relatesTo', key: 'FB-9999' },
    'key',
    'unknown-item',
  ],
  [
    'a link with itself',
    '/items/FB/links',
    { type: 'relatesTo', key: 'FB-0001' },
    'key',
    'unknown-item',
  ],

  [
    'a case without a system',
    '/cases',
    { ...caseText, systems: [] },
    'systems',
    'required',
  ],
  [
    'a case of an unknown system',
    '/cases',
    { ...caseText, systems: ['x'] },
    'systems.0',
    'unknown-system',
  ],
  [
    'a case in another language',
    '/cases',
    { ...caseText, language: 'fr' },
    'language',
    'not-one-of',
  ],
  [
    'a case without end',
    '/cases',
    { ...caseText, body: 'x'.repeat(200_001) },
    'body',
    'too-long',
  ],
  ...TEXTS.slice(0, 2).map(
    ([what, text, code]): Row => [
      `${what} in a case`,
      '/cases',
      { ...caseText, body: text },
      'body',
      code,
    ],
  ),

  [
    'a definition that is no text',
    '/workflows/validate',
    { yaml: 7 },
    'yaml',
    'wrong-type',
  ],
  [
    'a definition without end',
    '/workflows/validate',
    { yaml: 'x'.repeat(300_001) },
    'yaml',
    'too-long',
  ],
  [
    'a wish for a reload',
    '/workflows/reload',
    { folder: '/etc' },
    'folder',
    'unknown-field',
  ],
  [
    'a wish for a ledger',
    '/ledger/rebuild',
    { points: 1 },
    'points',
    'unknown-field',
  ],
];

describe.each(DATABASE_IDS)('bad input about items on %s', id => {
  let factory: SmallFactory;

  beforeAll(async () => {
    factory = await smallFactory(id);
  });

  it.each(REFUSED)(
    '%s is refused at its field',
    async (_, path, body, field, code) => {
      const { send, rows } = factory;
      const before = await rows();
      const sender = path.startsWith('/items/REF') ? VOTERS[0] : SOLVER;
      const english = await send(path, body, sender);
      expect([english.status, english.body.error.code]).toEqual([
        400,
        'invalid-input',
      ]);
      expect(english.body.error.fields).toContainEqual(
        expect.objectContaining({ path: field, code }),
      );
      const chinese = await send(path, body, sender).set(
        'Accept-Language',
        'zh-CN,zh',
      );
      const { message, fields } = chinese.body.error;
      expect(message).toBe(errorMessages['invalid-input'].zh);
      for (const problem of fields) {
        expect(problem.message).toMatch(/\p{Script=Han}/u);
      }
      expect(await rows()).toEqual(before);
    },
  );
});
