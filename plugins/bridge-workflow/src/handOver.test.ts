import { assigneesOf, rolePeople, Step, step, WorkItem } from './index';
import { as, created, definition, done, handedIn, types } from './testing/desk';
import { directory, people } from './testing/people';

const { writer, lead, auditor, stranger, backup, keeper } = people;
const office = 'user:default/olga';

function handOver(
  item: WorkItem,
  from: string,
  to: string,
  reason = 'Left.',
  workflow = definition,
) {
  const command = { type: 'handOver' as const, from, to, reason };
  return step(workflow, item, command, as(office));
}

const refused = (result: ReturnType<typeof handOver>) =>
  result.ok ? 'ok' : result.code;

const waitsFor = ({ item }: Step) => assigneesOf(definition, item, directory);

describe('taking over from somebody who has left', () => {
  it('gives what waits to another person, with a line and a notice, and changes nothing else', () => {
    const item = created({ authors: [writer] });
    const step1 = done(handOver(item, writer, stranger, ' Has left. '));
    expect(waitsFor(step1)).toEqual([stranger]);
    expect(types(step1)).toEqual(['handedOver']);
    expect(step1.lines[0].payload).toEqual({
      ...{ from: writer, to: stranger, reason: 'Has left.' },
    });
    expect(step1.effects).toMatchObject([
      { use: 'notify', recipients: [stranger] },
    ]);
    const { successors, ...same } = step1.item;
    expect(successors).toEqual({ [writer]: stranger });
    expect(same).toEqual(item);
  });

  it('reaches everything that the item names the person for, also who may not judge it', () => {
    const { item } = done(handOver(created(), writer, auditor));
    const of = (role: string) => rolePeople(definition, role, item, directory);
    expect([of('writer'), of('authors')]).toEqual([[auditor], [auditor]]);
    // Neither who takes over nor who had it before, should they come back.
    expect(of('auditor')).toEqual([]);
  });

  it('goes on where whoever has taken over leaves, too, and ends where one comes back', () => {
    const first = done(handOver(created(), writer, stranger)).item;
    const second = done(handOver(first, stranger, backup));
    expect(waitsFor(second)).toEqual([backup]);
    const back = done(handOver(second.item, backup, writer));
    expect(waitsFor(back)).toEqual([writer]);
  });

  it.each<[why: string, from: string, to: string, code: string]>([
    ['it does not wait for', lead, stranger, 'nothing-to-take-over'],
    ['who gives no reason', writer, stranger, 'reason-required'],
  ])('is refused for somebody %s', (_, from, to, code) => {
    const reason = code === 'reason-required' ? '  ' : 'Left.';
    expect(refused(handOver(created(), from, to, reason))).toBe(code);
  });

  it('is refused where an appointment gives the role', () => {
    const answer = handOver(handedIn(), lead, stranger);
    expect(refused(answer)).toBe('nothing-to-take-over');
  });

  it('is refused where the role excepts whoever is to take over', () => {
    const { authors, writer: creator } = definition.roles;
    const strict = {
      ...definition,
      roles: {
        ...definition.roles,
        authors: { ...authors, except: ['keeper'] },
        writer: { ...creator, except: ['keeper'] },
      },
    };
    const answer = handOver(created(), writer, keeper, 'Left.', strict);
    expect(refused(answer)).toBe('may-not-take-over');
  });
});
