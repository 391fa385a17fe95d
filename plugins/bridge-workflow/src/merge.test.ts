import fc from 'fast-check';
import { WorkItem } from './item';
import { mergeOf, undoOf } from './merge';
import { Command, step } from './step';
import { as, created, done, now } from './testing/desk';
import { improvement } from './testing/improvement';
import { everybody, people } from './testing/people';
import { frozen, Walker } from './testing/Walker';
import { laterThan } from './walk';

/** The workflow of the tests, in which the speaker finds duplicates. */
const definition = frozen(
  improvement(yaml =>
    yaml
      .replace(
        '      before: { type: number }\n',
        '      twin: { type: string, format: item-key }\n      before: { type: number }\n',
      )
      .replace(
        '    measured:\n',
        `    twins:
      fields: [twin]
      required: [twin]
      labels:
        twin: { en: The other one, zh: 另一单据 }
    measured:
`,
      )
      .replace(
        '    dropped:\n',
        `    same:
      type: end
      outcome: same
      phase: idea
      label: { en: The same, zh: 重复 }
      actions:
        takeUp: { label: { en: Take up, zh: 重提 }, by: writer, to: writing, comment: required, within: P7D, max: 1 }
    dropped:
`,
      )
      .replace(
        '  global:\n',
        `  global:
    twin:
      label: { en: The same as another, zh: 与另一单据相同 }
      by: speaker
      form: twins
      comment: optional
      max: 3
      except: [measuring]
      milestone: duplicate
      to: same
`,
      ),
  ),
);

const OTHER = 'IM-2025-002';
const speaker = as(people.speaker);

function merged(item: WorkItem, reason?: string) {
  return step(
    definition,
    item,
    { type: 'merge', into: OTHER, reason },
    speaker,
  );
}

function undo(item: WorkItem, actor = people.speaker, moment = now) {
  return step(definition, item, { type: 'unmerge' }, as(actor, moment));
}

function typesOf(result: ReturnType<typeof merged>): string[] {
  return done(result).lines.map(({ type }) => type);
}

function codeOf(result: ReturnType<typeof merged>): string | undefined {
  return result.ok ? undefined : result.code;
}

describe('merging', () => {
  const item = created({ authors: [people.writer] }, definition);
  const duplicate = done(merged(item, 'Twice the same.')).item;

  it('takes the action whose milestone is the duplicate, with the key and the reason', () => {
    expect(duplicate).toMatchObject({
      state: 'same',
      outcome: 'same',
      data: { twin: OTHER },
      milestones: ['duplicate'],
      taken: { 'global.twin': 1 },
      merged: { into: OTHER, by: people.speaker, at: now, state: 'writing' },
    });
    const { lines } = done(merged(item, 'Twice the same.'));
    expect(lines.map(({ type }) => type)).toEqual([
      ...['action', 'milestone', 'entered', 'merged'],
    ]);
    expect(lines.at(0)?.payload.comment).toBe('Twice the same.');
    expect(lines.at(-1)?.payload).toEqual({
      ...{ key: OTHER, inward: false, reason: 'Twice the same.' },
    });
  });

  it('is the same thing when the action itself names the other one', () => {
    const command: Command = {
      ...{ type: 'action', action: 'twin', data: { twin: 'im-2025-002' } },
    };
    const acted = done(step(definition, item, command, speaker)).item;
    expect(acted.merged).toEqual(duplicate.merged);
  });

  it('is open to whom the action is open, in states that have it', () => {
    const offer = mergeOf(definition, item, speaker);
    expect(offer).toEqual({ action: 'twin', allowed: true });
    const stranger = as(people.stranger);
    const barred = mergeOf(definition, item, stranger);
    expect(barred?.why?.code).toBe('forbidden');
    const command: Command = { type: 'merge', into: OTHER };
    expect(codeOf(step(definition, item, command, stranger))).toBe('forbidden');
    const measuring = { ...item, state: 'measuring' };
    expect(mergeOf(definition, measuring, speaker)).toBeUndefined();
    expect(codeOf(merged(measuring))).toBe('no-merge');
    expect(codeOf(merged(duplicate))).toBe('no-merge');
  });

  it('is undone by whoever may merge, within thirty days, once', () => {
    const back = done(undo(duplicate));
    const { entry, ...before } = item;
    expect(back.item).toMatchObject({ ...before, taken: { 'global.twin': 0 } });
    expect(back.item).toMatchObject({ milestones: [], entry: entry + 2 });
    expect(back.item.merged).toBeUndefined();
    expect(back.item.data).toEqual(item.data);
    expect(typesOf(back)).toEqual(['unmerged', 'entered']);
    expect(back.timers).toEqual([
      { id: 'forgotten', entry: entry + 2, fireAt: laterThan(now, 'P30D') },
    ]);
    expect(codeOf(undo(back.item))).toBe('not-merged');
    expect(codeOf(undo(duplicate, people.writer))).toBe('forbidden');
    const last = laterThan(now, 'P30D');
    expect(undo(duplicate, people.speaker, last).ok).toBe(true);
    const late = laterThan(last, 'PT1S');
    expect(codeOf(undo(duplicate, people.speaker, late))).toBe('too-late');
    expect(undoOf(definition, duplicate, speaker)).toEqual({
      ...{ into: OTHER, by: people.speaker, at: now, until: last },
      allowed: true,
    });
    expect(
      undoOf(definition, duplicate, as(people.speaker, late))?.why?.en,
    ).toContain('31 Mar 2025');
  });

  it('may be undone and done anew, also where the way has a bound', () => {
    let again = item;
    for (let turn = 0; turn < 5; turn += 1) {
      again = done(undo(done(merged(again)).item)).item;
    }
    expect(again).toMatchObject({ state: 'writing', milestones: [] });
  });

  it('ends also where the workflow itself leads on', () => {
    const comment = 'It is not the same after all.';
    const command: Command = { type: 'action', action: 'takeUp', comment };
    const taken = step(definition, duplicate, command, as(people.writer));
    expect(done(taken).item.merged).toBeUndefined();
    expect(typesOf(taken)).toContain('unmerged');
    expect(done(taken).item.data.twin).toBe(OTHER);
  });

  it('can be undone from wherever an item stands, whatever came before', () => {
    const states = new Set<string>();
    const numbers = fc.array(fc.tuple(fc.nat(999), fc.nat(9999)), {
      ...{ minLength: 25, maxLength: 25 },
    });
    const property = fc.property(numbers, walk => {
      const walker = new Walker(definition);
      for (const [kind, choice] of walk) {
        walker.tryOne(kind, choice);
        const before = walker.item;
        const actor = everybody[choice % everybody.length];
        const offer = mergeOf(definition, before, walker.contextOf(actor));
        walker.perform({ type: 'merge', into: OTHER }, actor);
        const isDuplicate = walker.item.merged !== undefined;
        expect(isDuplicate).toBe(
          offer?.allowed === true || before.merged !== undefined,
        );
        if (!before.merged && isDuplicate) {
          states.add(before.state);
          walker.perform({ type: 'unmerge' }, actor);
          expectReturned(before, walker.item);
        }
      }
    });
    // So many that no state is missed by chance, once in some hundred thousand.
    fc.assert(property, { numRuns: 1_000 });
    expect([...states]).toEqual(
      expect.arrayContaining([
        ...['writing', 'look', 'council', 'building', 'parked', 'settling'],
      ]),
    );
  });
});

/** Boards are opened anew, and are decided at once where nobody can vote. */
function expectReturned(before: WorkItem, after: WorkItem) {
  const isOpen = ({ status }: WorkItem['boards'][number]) => status === 'open';
  expect(after.merged).toBeUndefined();
  if (before.boards.some(isOpen) && !after.boards.some(isOpen)) {
    return;
  }
  const { state, previous, data, milestones, outcome } = after;
  expect({ state, previous, data, milestones, outcome }).toEqual({
    ...{ state: before.state, previous: before.previous, data: before.data },
    ...{ milestones: before.milestones, outcome: before.outcome },
  });
}
