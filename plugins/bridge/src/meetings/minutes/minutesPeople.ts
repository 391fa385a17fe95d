import type { Meeting, MeetingMinutes } from '@techbridge/plugin-bridge-common';

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
