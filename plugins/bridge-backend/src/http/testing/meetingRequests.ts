import { Meeting } from '@techbridge/plugin-bridge-common';
import fc from 'fast-check';
import { Recipe, Uses, usesOf } from './usesOf';

const GROUP = 'group:default/it-review-board';

/** Meetings begin at any hour of some years, so that few meet one another. */
const plans: Recipe = ({ memory }) =>
  fc
    .tuple(fc.integer({ min: 1, max: 40_000 }), fc.nat())
    .map(([hours, who]) => {
      const people = memory.givenOf('people');
      const begins = Date.UTC(2030, 0, 1) + hours * 3_600_000;
      const startsAt = new Date(begins).toISOString();
      const chair = people[who % people.length];
      return { body: { title: '例会', chair, group: GROUP, startsAt } };
    });

const changes: Uses<Meeting> = meeting => {
  const { id, title, chair, startsAt, rev, state, may } = meeting;
  const body = { title, chair, startsAt, rev, minutes: 45 };
  return may.manage && state === 'planned'
    ? [fc.constant({ path: { id }, body })]
    : [];
};

/** Whether the caller leads a meeting that is not over. */
function isLed({ state, may }: Meeting): boolean {
  return may.manage && (state === 'planned' || state === 'open');
}

const attendances: Uses<Meeting> = meeting =>
  isLed(meeting)
    ? meeting.members.map(({ user }) =>
        fc.constantFrom('present', 'excused', 'absent').map(presence => ({
          path: { id: meeting.id },
          body: { user, presence },
        })),
      )
    : [];

const agendas: Uses<Meeting> = meeting => {
  const { id, agenda, waiting } = meeting;
  const bodies = [
    ...waiting.map(({ key }) => ({ do: 'add', item: key })),
    ...agenda.flatMap(({ item: { key: item }, rev }) => [
      { do: 'move', item, to: 0 },
      { do: 'set', item, rev, minutes: 20, note: '先听现场。' },
      { do: 'remove', item },
    ]),
  ];
  return isLed(meeting)
    ? bodies.map(body => fc.constant({ path: { id }, body }))
    : [];
};

const inState = (state: Meeting['state']): Recipe =>
  usesOf<Meeting>('Meeting', meeting =>
    meeting.may.manage && meeting.state === state
      ? [fc.constant({ path: { id: meeting.id } })]
      : [],
  );

/** Requests about review meetings that can succeed. */
export const meetingRequests: { [operation: string]: Recipe } = {
  createMeeting: plans,
  changeMeeting: usesOf('Meeting', changes),
  setAttendance: usesOf('Meeting', attendances),
  changeAgenda: usesOf('Meeting', agendas),
  openMeeting: inState('planned'),
  closeMeeting: inState('open'),
};
