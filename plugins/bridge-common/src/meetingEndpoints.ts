import { z } from 'zod';
import { endpoint } from './endpoint';
import { itemKeySchema } from './item';
import {
  agendaChangeSchema,
  attendanceInputSchema,
  itemMeetingSchema,
  meetingCancellationSchema,
  meetingChangeSchema,
  meetingInputSchema,
  meetingRowSchema,
  meetingSchema,
} from './meeting';
import { pageOf, pageQuery } from './paging';

const params = z.strictObject({
  id: z.coerce.number().int().min(1).max(2_147_483_647),
});
const whole = { params, answer: meetingSchema };
const step = {
  ...whole,
  method: 'post' as const,
  body: z.strictObject({}),
  problems: [404, 409, 413],
};

/** The endpoints of review meetings. @internal */
export const meetingEndpoints = {
  listMeetings: endpoint({
    method: 'get',
    path: '/meetings',
    summary: 'Review meetings: those to come, the next first; or those before',
    query: z.strictObject({
      ...pageQuery,
      when: z.enum(['coming', 'past']).default('coming'),
    }),
    answer: pageOf(meetingRowSchema),
  }),
  createMeeting: endpoint({
    method: 'post',
    path: '/meetings',
    summary: 'Plan a review meeting, once or again and again',
    body: meetingInputSchema,
    answer: meetingRowSchema,
    status: 201,
    problems: [409, 413, 422],
  }),
  getMeeting: endpoint({
    ...whole,
    method: 'get',
    path: '/meetings/:id',
    summary: 'A review meeting: who takes part, its agenda, votes, minutes',
    problems: [404],
  }),
  changeMeeting: endpoint({
    ...whole,
    method: 'put',
    path: '/meetings/:id',
    summary: 'Change a meeting that has not begun',
    body: meetingChangeSchema,
    problems: [404, 409, 413],
  }),
  changeAgenda: endpoint({
    ...step,
    path: '/meetings/:id/agenda',
    summary: 'Add, remove or move an item, or write what was said about it',
    body: agendaChangeSchema,
  }),
  setAttendance: endpoint({
    ...step,
    path: '/meetings/:id/attendance',
    summary:
      'Say whether a member takes part: oneself, or anybody as the chair',
    body: attendanceInputSchema,
  }),
  openMeeting: endpoint({
    ...step,
    path: '/meetings/:id/open',
    summary: 'Open a meeting: its agenda is fixed, its members are called',
  }),
  closeMeeting: endpoint({
    ...step,
    path: '/meetings/:id/close',
    summary: 'Close a meeting and freeze its minutes',
  }),
  cancelMeeting: endpoint({
    ...step,
    path: '/meetings/:id/cancel',
    summary:
      'Call a meeting off that has not begun; its series goes on or ends',
    body: meetingCancellationSchema,
  }),
  listItemMeetings: endpoint({
    method: 'get',
    path: '/items/:key/meetings',
    params: z.strictObject({ key: itemKeySchema }),
    summary: 'The review meetings that have dealt with an item, or will',
    answer: pageOf(itemMeetingSchema),
    problems: [404],
  }),
};
