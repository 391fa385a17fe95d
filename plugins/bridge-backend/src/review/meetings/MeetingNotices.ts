import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Title } from '@techbridge/plugin-bridge-common';
import { momentOf } from '../momentOf';
import { MeetingCaller } from './MeetingReader';
import { MeetingRecord } from './MeetingStore';

/** What members are told. @internal */
export type MeetingNews =
  | 'planned'
  | 'changed'
  | 'cancelled'
  | 'ended'
  | 'closed';

/** The last part says it in both, because the reader's language is not known. */
const TEXTS: { [news in MeetingNews]: Title } = {
  planned: {
    en: '“{title}” meets on {time}',
    zh: '评审会“{title}”定于 {time} 召开',
  },
  changed: {
    en: '“{title}” has been changed: it meets on {time}',
    zh: '评审会“{title}”安排有变，改为 {time}',
  },
  cancelled: {
    en: '“{title}” on {time} is called off',
    zh: '评审会“{title}”（{time}）已取消',
  },
  ended: {
    en: '“{title}” on {time} is called off, and its series ends',
    zh: '评审会“{title}”（{time}）已取消，系列会议到此结束',
  },
  closed: {
    en: 'The minutes of “{title}” are ready',
    zh: '评审会“{title}”的会议纪要已定稿',
  },
};

/**
 * Tells the members of a board about their meetings. A meeting stands whether
 * or not anybody could be told.
 *
 * @internal
 */
export class MeetingNotices {
  constructor(
    private readonly parts: {
      notifications: NotificationService;
      logger: LoggerService;
      timeZone: string;
    },
  ) {}

  /**
   * @param by - who did it, and need not be told; of recorded history nobody is
   */
  async tell(
    meeting: Pick<MeetingRecord, 'id' | 'title' | 'group' | 'startsAt'>,
    news: MeetingNews,
    by: Pick<MeetingCaller, 'person' | 'recorded'>,
  ): Promise<void> {
    const { notifications, logger } = this.parts;
    if (by.recorded) {
      return;
    }
    const { id, group } = meeting;
    try {
      await notifications.send({
        recipients: {
          type: 'entity',
          entityRef: group,
          excludeEntityRef: by.person,
        },
        payload: {
          title: this.title(meeting, news),
          link: `/meetings/${id}`,
          topic: `meeting-${id}`,
          severity: 'normal',
          scope: `bridge:meeting:${id}`,
        },
      });
    } catch (error) {
      logger.warn(`Nobody could be told about meeting ${id}: ${error}`);
    }
  }

  private title(
    { title, startsAt }: Pick<MeetingRecord, 'title' | 'startsAt'>,
    news: MeetingNews,
  ): string {
    const time = momentOf(startsAt, this.parts.timeZone);
    const { en, zh } = TEXTS[news];
    return [zh, en]
      .map(text =>
        text.replace('{title}', () => title).replace('{time}', () => time),
      )
      .join(' · ');
  }
}
