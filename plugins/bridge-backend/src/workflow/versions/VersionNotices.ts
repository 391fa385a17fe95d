import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Title, VersionStep } from '@techbridge/plugin-bridge-common';
import { VersionEvent, VersionRecord } from './VersionStore';

/** What is said of a step, `{version}` being the title with the number. */
const TEXTS: { [step in VersionStep]: Title } = {
  submit: {
    en: '{actor} asks you to look at {version}',
    zh: '{actor}请您审阅{version}',
  },
  return: {
    en: '{actor} has given back {version}',
    zh: '{actor}退回了{version}',
  },
  publish: {
    en: '{version} is in force',
    zh: '{version}已发布生效',
  },
  discard: {
    en: '{actor} has discarded {version}',
    zh: '{actor}作废了{version}',
  },
};

/**
 * Tells people of steps with a version: whoever is asked to look at it, and
 * whoever worked on it what became of it. A step stands whether or not anybody
 * could be told.
 *
 * @internal
 */
export class VersionNotices {
  constructor(
    private readonly parts: {
      notifications: NotificationService;
      nameOf: (ref: string) => Promise<string>;
      logger: LoggerService;
    },
  ) {}

  /**
   * @param taken - the step, by whom, and who is asked to look at the version
   * @param history - what was done with the version before
   */
  async tell(
    record: VersionRecord,
    taken: { step: VersionStep; person: string; ask?: string },
    history: VersionEvent[],
  ): Promise<void> {
    const { step, person, ask } = taken;
    const workers = history.flatMap(event => event.person ?? []);
    const asked = ask ? [ask] : [];
    const meant = step === 'submit' ? asked : workers;
    const others = [...new Set(meant)].filter(ref => ref !== person);
    if (others.length === 0) {
      return;
    }
    const { id, version } = record;
    try {
      await this.parts.notifications.send({
        recipients: { type: 'entity', entityRef: others },
        payload: {
          title: await this.title(record, taken),
          link: `/workflows/${id}/versions/${version}`,
          topic: id,
          severity: 'normal',
        },
      });
    } catch (error) {
      this.parts.logger.warn(
        `Nobody could be told of the step “${step}” with version ${version} of “${id}”: ${error}`,
      );
    }
  }

  // The reader's language is not known here, so a title says it in both.
  private async title(
    { version, definition }: VersionRecord,
    { step, person }: { step: VersionStep; person: string },
  ): Promise<string> {
    const actor = await this.parts.nameOf(person);
    const { en, zh } = definition.title;
    const fill = (text: string, name: string) =>
      text.replace('{version}', () => name).replace('{actor}', () => actor);
    const inChinese = fill(TEXTS[step].zh, `“${zh}”版本 ${version}`);
    const inEnglish = fill(TEXTS[step].en, `“${en}”, version ${version}`);
    return `${inChinese} · ${inEnglish}`;
  }
}
