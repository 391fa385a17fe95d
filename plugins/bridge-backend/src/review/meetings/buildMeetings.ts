import { Title } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { Holidays } from '@techbridge/bridge-workflow';
import { Clock } from '../../database/Clock';
import { Platform } from '../../platform';
import { DirectoryReader, KeptAnswers, ReferenceChecker } from '../../workflow';
import { BoardItemService } from '../../workflow/BoardItemService';
import { Authorizer } from '../../permissions/Authorizer';
import { ItemCondition } from '../../permissions/itemRules';
import { ItemMeetingService } from './ItemMeetingService';
import { MeetingNotices } from './MeetingNotices';
import { MeetingPlanService } from './MeetingPlanService';
import { MeetingReader } from './MeetingReader';
import { MeetingSeries } from './MeetingSeries';
import { MeetingService } from './MeetingService';
import { MeetingStore } from './MeetingStore';
import { MeetingServices } from './routes';

/** What meetings need of other rooms. @internal */
export interface MeetingNeeds {
  knex: Knex;
  clock: Clock;
  boardItems: BoardItemService;
  authorizer: Authorizer<ItemCondition>;
  directories: DirectoryReader;
  references: ReferenceChecker;
  answers: KeptAnswers;
  /** The days on which the plant does not meet. */
  holidays?: Holidays;
  nameOf: (ref: string) => Promise<string>;
  titlesOf: (groups: string[]) => Promise<Map<string, Title>>;
}

/** Puts meetings together. @internal */
export function buildMeetings(
  { notifications, signals, logger }: Platform,
  needs: MeetingNeeds,
): MeetingServices {
  const store = new MeetingStore(needs.knex);
  const items = needs.boardItems;
  const reader = new MeetingReader({ ...needs, store, items });
  const { timeZone } = needs.clock;
  const notices = new MeetingNotices({ notifications, logger, timeZone });
  // Signals only wake browsers up; they ask for the state themselves.
  const changed = (id: number) => {
    signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: `bridge:meeting:${id}`,
        message: { id },
      })
      .catch(error =>
        logger.debug(`Browsers hear of meeting ${id} later: ${error}`),
      );
  };
  const series = new MeetingSeries({ ...needs, store });
  const parts = { ...needs, store, items, reader, notices, series, changed };
  return {
    meetingPlans: new MeetingPlanService(parts),
    meetings: new MeetingService(parts),
    itemMeetings: new ItemMeetingService(parts),
  };
}
