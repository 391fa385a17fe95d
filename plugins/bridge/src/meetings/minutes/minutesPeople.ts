import type { Meeting, MeetingMinutes } from '@techbridge/plugin-bridge-common';

/** Who signs minutes, and as what. @internal */
export interface Signer {
  user: string;
  roles: ('chair' | 'recorder')[];
}

/** Who signs: the chair, who wrote them down, and the members present. @internal */
export function signersOf(
  { chair }: Pick<Meeting, 'chair'>,
  { recorder, members }: Pick<MeetingMinutes, 'recorder' | 'members'>,
): Signer[] {
  const present = members
    .filter(({ presence }) => presence === 'present')
    .map(({ user }) => user);
  return [...new Set([chair, recorder, ...present])].map(user => ({
    user,
    roles: [
      ...(user === chair ? (['chair'] as const) : []),
      ...(user === recorder ? (['recorder'] as const) : []),
    ],
  }));
}

/** Everybody whom minutes name. @internal */
export function peopleOf(
  { chair }: Pick<Meeting, 'chair'>,
  { recorder, members, entries }: MeetingMinutes,
): string[] {
  return [
    ...[chair, recorder],
    ...members.flatMap(({ user, deputy }) => [
      user,
      ...(deputy ? [deputy] : []),
    ]),
    ...entries.flatMap(({ presenter, conclusion }) => [
      ...(presenter ? [presenter] : []),
      ...conclusion.boards.flatMap(({ recused, conditions }) => [
        ...recused.map(({ user }) => user),
        ...conditions.map(({ owner }) => owner),
      ]),
    ]),
  ];
}
