import type { Meeting, MeetingMinutes } from './meeting';

/** Somebody who signs minutes, and as what. @public */
export interface MinutesSigner {
  user: string;
  roles: ('chair' | 'recorder')[];
  /** The members for whom this person took part. */
  standsInFor: string[];
}

/**
 * Who signs minutes, each once: the chair, who wrote them down, the members
 * present, and those who took part for a member.
 *
 * @public
 */
export function minutesSigners(
  { chair }: Pick<Meeting, 'chair'>,
  { recorder, members }: Pick<MeetingMinutes, 'recorder' | 'members'>,
): MinutesSigner[] {
  const present = members.filter(({ presence }) => presence === 'present');
  const represented = members.flatMap(({ user, presence, deputy }) =>
    presence === 'represented' && deputy ? [{ user, deputy }] : [],
  );
  const people = new Set([
    ...[chair, recorder],
    ...present.map(({ user }) => user),
    ...represented.map(({ deputy }) => deputy),
  ]);
  return [...people].map(person => ({
    user: person,
    roles: [
      ...(person === chair ? (['chair'] as const) : []),
      ...(person === recorder ? (['recorder'] as const) : []),
    ],
    standsInFor: represented
      .filter(({ deputy }) => deputy === person)
      .map(({ user }) => user),
  }));
}
