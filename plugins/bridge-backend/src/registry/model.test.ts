import { AppointmentInput, Shift } from '@techbridge/plugin-bridge-common';
import { overlap, rivalOf, shiftsAt, THREE_SHIFTS, whomToAsk } from './model';

const lead = { user: 'a', role: 'lead', shift: 'day' } as const;
const backup = { user: 'b', role: 'backup', shift: 'middle' } as const;
const member = { user: 'c', role: 'member', shift: 'night' } as const;
const always = { user: 'd', role: 'member', shift: 'all' } as const;

describe('whom to ask', () => {
  it.each<[string, Parameters<typeof whomToAsk>[0], Shift[], string]>([
    ['who is on shift', [member, backup, lead], ['night'], 'c'],
    ['lead before members', [always, lead], ['day'], 'ad'],
    ['backup before members', [always, backup], ['middle'], 'bd'],
    ['nobody on shift: the lead', [backup, lead], ['night'], 'a'],
    ['nobody on shift, no lead: nobody', [backup], ['night'], ''],
    ['nobody appointed', [], ['day'], ''],
  ])('%s', (_, people, shifts, expected) => {
    const asked = whomToAsk(people, shifts);
    expect(asked.map(({ user }) => user).join('')).toBe(expected);
  });

  it.each([
    [0, 'night'],
    [7, 'night'],
    [8, 'day'],
    [15, 'day'],
    [16, 'middle'],
    [23, 'middle'],
  ])('hour %i is the %s shift', (hour, shift) => {
    expect(shiftsAt(hour, THREE_SHIFTS)).toEqual([shift]);
  });

  it('knows a shift that goes over midnight', () => {
    const late = [{ shift: 'night' as const, start: 22, end: 6 }];
    expect(shiftsAt(23, late)).toEqual(['night']);
    expect(shiftsAt(5, late)).toEqual(['night']);
    expect(shiftsAt(6, late)).toEqual([]);
  });
});

describe('one lead and one backup at a time', () => {
  const term = { from: '2025-03-01', until: '2026-02-28' };
  const wanted = (role: AppointmentInput['role'], from: string) =>
    ({ role, from, until: '2027-01-01' } as AppointmentInput);

  it.each([
    ['the last day still counts', 'lead', '2026-02-28', 'a'],
    ['the day after is free', 'lead', '2026-03-01', undefined],
    ['another role does not matter', 'backup', '2025-06-01', undefined],
    ['members are many', 'member', '2025-06-01', undefined],
  ] as const)('%s', (_, role, from, rival) => {
    const held = [{ user: 'a', role: 'lead' as const, ...term }];
    expect(rivalOf('b', wanted(role, from), held)?.user).toBe(rival);
  });

  it('lets a person change their own appointment', () => {
    const held = [{ user: 'a', role: 'lead' as const, ...term }];
    expect(rivalOf('a', wanted('lead', '2025-06-01'), held)).toBeUndefined();
  });

  it('counts both ends of a term', () => {
    const day = (date: string) => ({ from: date, until: date });
    expect(overlap(term, day('2025-03-01'))).toBe(true);
    expect(overlap(term, day('2025-02-28'))).toBe(false);
  });
});
