import { endpoints } from '@techbridge/plugin-bridge-common';
import { decodeCursor, presentPage, SortKind } from '../../http/cursor';
import { Caller, defineRoute, RouteContext } from '../../http/defineRoute';
import { userRefOf } from '../../http/userRefOf';
import { ItemMeetingService } from './ItemMeetingService';
import { MeetingPlanService } from './MeetingPlanService';
import { MeetingCaller } from './MeetingReader';
import { MeetingService } from './MeetingService';

/** The services behind the routes of meetings. @internal */
export interface MeetingServices {
  meetingPlans: MeetingPlanService;
  meetings: MeetingService;
  itemMeetings: ItemMeetingService;
}

const BY_TIME: SortKind[] = ['text', 'number'];

function whoIs(credentials: Caller): MeetingCaller {
  return { person: userRefOf(credentials), credentials };
}

/** Adds the routes of review meetings, which people hold. @internal */
export function addMeetingRoutes(
  everybody: RouteContext,
  { meetingPlans, meetings, itemMeetings }: MeetingServices,
): void {
  const context: RouteContext = { ...everybody, allow: ['user'] };
  addPlanRoutes(context, meetingPlans);
  defineRoute(
    context,
    endpoints.listItemMeetings,
    async ({ params, caller }) => ({
      body: await itemMeetings.list(params.key, whoIs(caller)),
    }),
  );
  defineRoute(context, endpoints.getMeeting, async ({ params, caller }) => ({
    body: await meetings.get(params.id, whoIs(caller)),
  }));
  defineRoute(
    context,
    endpoints.changeAgenda,
    async ({ params, body, caller }) => ({
      body: await meetings.changeAgenda(params.id, body, whoIs(caller)),
    }),
  );
  defineRoute(
    context,
    endpoints.setAttendance,
    async ({ params, body, caller }) => ({
      body: await meetings.attend(params.id, body, whoIs(caller)),
    }),
  );
  defineRoute(context, endpoints.openMeeting, async ({ params, caller }) => ({
    body: await meetings.open(params.id, whoIs(caller)),
  }));
  defineRoute(context, endpoints.closeMeeting, async ({ params, caller }) => ({
    body: await meetings.close(params.id, whoIs(caller)),
  }));
}

function addPlanRoutes(context: RouteContext, plans: MeetingPlanService) {
  defineRoute(context, endpoints.listMeetings, async ({ query, caller }) => {
    const { when, cursor } = query;
    const after = decodeCursor(cursor, when, BY_TIME);
    const slice = await plans.list(query, after, whoIs(caller));
    return { body: presentPage(when, slice) };
  });
  defineRoute(
    context,
    endpoints.createMeeting,
    async ({ body, caller, idempotencyKey }) =>
      plans.create(body, whoIs(caller), idempotencyKey),
  );
  defineRoute(
    context,
    endpoints.changeMeeting,
    async ({ params, body, caller }) => ({
      body: await plans.change(params.id, body, whoIs(caller)),
    }),
  );
  defineRoute(
    context,
    endpoints.cancelMeeting,
    async ({ params, body, caller }) => ({
      body: await plans.cancel(params.id, body, whoIs(caller)),
    }),
  );
}
