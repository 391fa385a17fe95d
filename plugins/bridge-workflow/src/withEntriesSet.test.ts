import { WorkflowDefinition } from './definition';
import { withEntriesSet } from './withEntriesSet';

const entry = {
  type: 'object',
  properties: {
    key: { type: 'string' },
    new: { type: 'string' },
    by: { type: 'string', format: 'user-ref', set: 'actor' },
    at: { type: 'string', format: 'date-time', set: 'now' },
  },
};

const definition = {
  data: {
    type: 'object',
    properties: {
      changes: { type: 'array', items: entry },
      names: { type: 'array', items: { type: 'string' } },
      place: { type: 'object', properties: entry.properties },
    },
  },
} as unknown as WorkflowDefinition;

const EARLIER = { by: 'user:default/he.jing', at: '2026-01-05T01:00:00.000Z' };
const NOW = { by: 'user:default/ma.jun', at: '2026-01-06T01:00:00.000Z' };
const context = { actor: NOW.by, now: NOW.at };
const lot = { key: 'lot', new: '400' };
const weight = { key: 'weight', new: '0.6' };

/** The entries after a person has sent some. */
function after(sent: unknown, before: unknown = [], actor = context.actor) {
  const data = { changes: before };
  return withEntriesSet(
    definition,
    data,
    { changes: sent },
    { ...context, actor },
  ).changes;
}

describe('who wrote an entry, and when', () => {
  it.each<[string, sent: unknown, before: unknown, unknown]>([
    ['the first', [lot], undefined, [{ ...lot, ...NOW }]],
    [
      'one that is added',
      [{ ...lot }, weight],
      [{ ...lot, ...EARLIER }],
      [
        { ...lot, ...EARLIER },
        { ...weight, ...NOW },
      ],
    ],
    [
      'one that is changed',
      [{ ...lot, new: '500' }],
      [{ ...lot, ...EARLIER }],
      [{ ...lot, new: '500', ...NOW }],
    ],
    [
      'those that change places',
      [weight, lot],
      [
        { ...lot, ...EARLIER },
        { ...weight, ...NOW },
      ],
      [
        { ...weight, ...NOW },
        { ...lot, ...EARLIER },
      ],
    ],
    [
      'what is left when one is taken out',
      [weight],
      [
        { ...lot, ...NOW },
        { ...weight, ...EARLIER },
      ],
      [{ ...weight, ...EARLIER }],
    ],
    [
      'one that is written twice',
      [lot, lot],
      [{ ...lot, ...EARLIER }],
      [
        { ...lot, ...EARLIER },
        { ...lot, ...NOW },
      ],
    ],
    [
      'parts in another order',
      [{ new: '400', key: 'lot' }],
      [{ ...EARLIER, ...lot }],
      [{ ...EARLIER, ...lot }],
    ],
    [
      'what people write there themselves',
      [{ ...lot, ...EARLIER }],
      [],
      [{ ...lot, ...NOW }],
    ],
    [
      'another name for an old entry',
      [{ ...lot, by: NOW.by, at: 7 }],
      [{ ...lot, ...EARLIER }],
      [{ ...lot, ...EARLIER }],
    ],
    [
      'a text that stood there before',
      [lot],
      'lot: 1 → 400',
      [{ ...lot, ...NOW }],
    ],
    ['what is no entry', ['lot', null, [lot]], [], ['lot', null, [lot]]],
    ['what is no list', 'lot: 1 → 400', [], 'lot: 1 → 400'],
    ['nothing', null, [{ ...lot, ...EARLIER }], null],
  ])('is right for %s', (_, sent, before, wanted) => {
    expect(after(sent, before)).toEqual(wanted);
  });

  it('is nobody where an effect or a timer writes it', () => {
    expect(after([lot], [], 'system')).toEqual([{ ...lot, at: NOW.at }]);
  });

  it('changes nothing else, and nothing of what comes in', () => {
    const before = [{ ...lot, ...EARLIER }];
    after([weight], before);
    expect(before).toEqual([{ ...lot, ...EARLIER }]);
    const others = { names: ['lot'], place: lot, constructor: [lot] };
    expect(withEntriesSet(definition, {}, others, context)).toEqual(others);
  });
});
