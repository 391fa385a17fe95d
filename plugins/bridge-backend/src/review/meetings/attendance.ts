import { Meeting, MeetingMember } from '@techbridge/plugin-bridge-common';
import { AttendanceRow, MeetingRecord } from './MeetingStore';

/**
 * The members of the board that meets. Those of an open meeting are the ones
 * that it was opened with, whoever joins or leaves the group meanwhile.
 *
 * @param group - who belongs to the group now
 * @internal
 */
export function membersOf(
  { state }: Pick<MeetingRecord, 'state'>,
  group: string[],
  rows: AttendanceRow[],
): MeetingMember[] {
  const known = new Map(rows.map(row => [row.person, row]));
  const people = state === 'planned' ? group : rows.map(({ person }) => person);
  return people.map(user => {
    const { presence = null, deputy } = known.get(user) ?? {};
    return { user, presence, ...(deputy && { deputy }) };
  });
}

/**
 * Whether enough members take part. Those who are represented count, because
 * their votes do.
 *
 * @param percent - the share that has to take part
 * @internal
 */
export function quorumOf(
  members: MeetingMember[],
  percent: number,
): Meeting['quorum'] {
  const present = members.filter(
    ({ presence }) => presence === 'present' || presence === 'represented',
  ).length;
  const expected = members.length;
  return { expected, present, needed: Math.ceil((expected * percent) / 100) };
}

/**
 * How a meeting begins: whoever has said nothing yet and is away is represented
 * by the deputy; all others are yet to come.
 *
 * @param deputyOf - who stands in for a person today
 * @internal
 */
export function attendanceAtOpening(
  members: MeetingMember[],
  deputyOf: (person: string) => string | undefined,
): AttendanceRow[] {
  return members.map(({ user, presence, deputy }) => {
    const stands = presence === null ? deputyOf(user) : deputy;
    const represented = presence === null && stands ? 'represented' : presence;
    return { person: user, presence: represented, deputy: stands ?? null };
  });
}
