import { begin, readersOf, step, Visibility } from './index';
import { definition, handedIn, onBoard } from './testing/desk';
import { directory, people, SYSTEM } from './testing/people';

const now = '2026-01-05T01:00:00.000Z';
const waiting = handedIn();

/** The workflow, where its file says so. */
const saying = (visibility?: Visibility) => ({ ...definition, visibility });

describe('private items', () => {
  it.each<[Visibility | undefined, 'form' | 'effect', boolean, unknown]>([
    [undefined, 'form', false, undefined],
    [undefined, 'form', true, 'visibility-fixed'],
    [undefined, 'effect', true, true],
    ['reporterChooses', 'form', false, undefined],
    ['reporterChooses', 'form', true, true],
    ['roles', 'form', false, true],
    ['roles', 'effect', false, true],
  ])('where the file says %s, from a %s, asked for: %s', (...row) => {
    const [visibility, from, isPrivate, expected] = row;
    const data = { title: 'Shorter way', system: SYSTEM };
    const start = { key: 'IM-2026-001', version: 1, data, from, isPrivate };
    const context = { actor: people.writer, now, directory };
    const made = begin(saying(visibility), start, context);
    const said = made.ok ? made.item.private : made.code;
    expect(said).toBe(expected);
    const lines = made.ok ? made.lines.map(({ type }) => type) : [];
    expect(lines.includes('visibility')).toBe(said === true);
  });

  it.each<[Visibility | undefined, boolean, string, boolean, unknown]>([
    ['reporterChooses', true, people.writer, false, undefined],
    ['reporterChooses', false, people.lead, true, true],
    ['reporterChooses', true, people.stranger, false, 'not-your-visibility'],
    ['reporterChooses', true, people.lead, true, 'visibility-as-it-is'],
    ['roles', true, people.lead, false, 'visibility-fixed'],
    [undefined, false, people.lead, true, 'visibility-fixed'],
    [undefined, true, people.lead, false, undefined],
  ])('where it says %s, private: %s, %s makes it: %s', (...row) => {
    const [visibility, before, actor, wanted, expected] = row;
    const item = { ...waiting, private: before || undefined };
    const command = { type: 'visibility' as const, private: wanted };
    const context = { actor, now, directory };
    const done = step(saying(visibility), item, command, context);
    expect(done.ok ? done.item.private : done.code).toBe(expected);
  });

  it('are seen by whoever made them, the roles, the boards and the system', () => {
    const readers = readersOf(definition, waiting, directory);
    expect(readers).toEqual(
      expect.arrayContaining([
        ...[people.writer, people.lead, people.backup, people.keeper],
        people.auditor,
      ]),
    );
    expect(readers).not.toContain(people.stranger);
    const voting = onBoard({ danger: 'much' });
    const [board, ...others] = voting.boards;
    const seat = { ref: people.stranger, chair: false };
    const seated = { ...board, electorate: [seat] };
    const reason = { en: 'x', zh: 'x' };
    const left = { voter: people.stranger, kind: 'left' as const, reason };
    const seenBy = (one: typeof board) =>
      readersOf(definition, { ...voting, boards: [one, ...others] }, directory);
    expect(seenBy(seated)).toContain(people.stranger);
    expect(seenBy({ ...seated, recused: [left] })).not.toContain(
      people.stranger,
    );
  });
});
