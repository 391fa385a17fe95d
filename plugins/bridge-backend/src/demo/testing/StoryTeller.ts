import { Item, JournalEntry } from '@techbridge/plugin-bridge-common';
import { promises as fs } from 'fs';
import { AddressInfo } from 'net';
import { Knex } from 'knex';
import { DateTime } from 'luxon';
import { tmpdir } from 'os';
import { join } from 'path';
import { Response } from 'supertest';
import { Clock } from '../../database/Clock';
import { STARBRIDGE, starbridgeEntities } from '../../testing/starbridge';
import {
  startBridgeForTest,
  TestBridge,
} from '../../testing/startBridgeForTest';
import { granted, TestPeople } from '../../workflow/testing/TestPeople';
import { HistoryStep, historySteps } from '../historySteps';
import { isDemoLoaded } from '../isDemoLoaded';

/** What somebody was answered who tried something. */
export type Attempt = [status: number, why?: string];

const SHANGHAI = 'Asia/Shanghai';

// A reading of the clock is good for five seconds.
const UNTIL_THE_CLOCK_IS_READ_AGAIN_MS = 6_000;

/**
 * Tells stories of the demo factory anew: every step at its own time of the
 * clock, by its own person, over HTTP. Items get the keys that the factory
 * gives; they are asked for by the keys of the files.
 */
export class StoryTeller {
  private readonly keys = new Map<string, string>();
  private readonly clock: Clock;
  private told = 0;
  private jumps = 0;

  private constructor(
    private readonly steps: HistoryStep[],
    readonly bridge: TestBridge,
    private readonly people: TestPeople,
    knex: Knex,
  ) {
    this.clock = new Clock(knex, SHANGHAI);
    const now = Date.now.bind(Date);
    jest
      .spyOn(Date, 'now')
      .mockImplementation(
        () => now() + this.jumps * UNTIL_THE_CLOCK_IS_READ_AGAIN_MS,
      );
  }

  /** A factory with its people and super users, in which nothing happened yet. */
  static async start(knex: Knex, files: string[]): Promise<StoryTeller> {
    const folder = await folderOf(files);
    const steps = await historySteps(join(folder, 'stories'), SHANGHAI);
    const bridge = await startBridgeForTest({
      knex,
      entities: starbridgeEntities(),
      config: {
        bridge: { calendar: { timeZone: SHANGHAI }, demo: { folder } },
      },
    });
    while (!(await isDemoLoaded(knex))) {
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    await fs.rm(folder, { recursive: true });
    const { port } = bridge.server.address() as AddressInfo;
    const people = new TestPeople([`http://127.0.0.1:${port}`]);
    return new StoryTeller(steps, bridge, people, knex);
  }

  /** Gives the time back to other tests. */
  end(): void {
    jest.restoreAllMocks();
  }

  /** Tells what happened before a moment of the factory, and stands there. */
  async tellUntil(local: string): Promise<void> {
    const until = momentOf(local).toUTC().toISO() ?? '';
    while (this.told < this.steps.length) {
      const step = this.steps[this.told];
      if (step.now >= until) {
        break;
      }
      await this.standAt(DateTime.fromISO(step.now));
      await this.tell(step);
      this.told += 1;
    }
    await this.standAt(momentOf(local));
  }

  /** The key that an item of the files has here. */
  key(recorded: string): string {
    const known = this.keys.get(recorded);
    if (!known) {
      throw new Error(`${recorded} is not there yet`);
    }
    return known;
  }

  /** Acts on an item, which may be refused, in English or in Chinese. */
  async attempt(
    name: string,
    recorded: string,
    action: string,
    data: object = {},
    language: 'en' | 'zh' = 'en',
    comment?: string,
  ): Promise<Attempt> {
    const { rev } = await this.item(recorded, name);
    const path = `/items/${this.key(recorded)}/actions/${action}`;
    const sent = { rev, data, comment };
    const answer = await this.people.post(name, path, sent);
    return answered(answer, language);
  }

  /** Votes, which may be refused. */
  async attemptVote(name: string, recorded: string): Promise<Attempt> {
    const ballot = { board: 'board', choice: 'approve' };
    return answered(await this.people.vote(name, this.key(recorded), ballot));
  }

  /** An item as somebody sees it. */
  item(recorded: string, name = 'zhang.qiang'): Promise<Item> {
    return this.people.item(this.key(recorded), name);
  }

  /** Reads something about an item as a worker of the factory. */
  async read(recorded: string, part: string) {
    const path = `/items/${this.key(recorded)}/${part}`;
    const { status, body } = await this.people.get('zhang.qiang', path);
    expect([status, body.error]).toEqual([200, undefined]);
    return body;
  }

  /** What people did with an item and what came of it, a line each. */
  async journal(recorded: string): Promise<string[]> {
    const { items, intact } = await this.read(recorded, 'journal?limit=100');
    expect(intact).toBe(true);
    return items.flatMap(lineOf);
  }

  /** The values that people entered in a field one after the other. */
  async measured(recorded: string, field: string): Promise<unknown[]> {
    const { items } = await this.read(recorded, 'journal?limit=100');
    return items
      .map(({ payload }: JournalEntry) => payload?.data)
      .filter((data: object | undefined) => data && field in data)
      .map((data: { [name: string]: unknown }) => data[field]);
  }

  private async standAt(moment: DateTime): Promise<void> {
    await this.clock.set(moment);
    this.jumps += 1;
    await this.bridge.runTask('bridge-work');
  }

  private async tell(recorded: HistoryStep): Promise<void> {
    const step = this.translated(recorded);
    const name = step.by.replace('user:default/', '');
    const made = await this.carryOut(step, name);
    await this.bridge.runTask('bridge-work');
    if (recorded.do === 'create') {
      this.keys.set(recorded.item, made.key);
    } else if (recorded.creates) {
      const { links } = await this.people.item(step.item, name);
      const known = [...this.keys.values()];
      const follower = links.find(({ key }) => !known.includes(key));
      this.keys.set(recorded.creates, follower?.key ?? '');
    }
  }

  private async carryOut(step: HistoryStep, name: string): Promise<Item> {
    const { item, workflow, data = {}, comment, type, key } = step;
    const { board = '', choice = '', reason } = step;
    switch (step.do) {
      case 'create':
        return this.people.create(name, { workflow, data });
      case 'vote': {
        const ballot = { board, choice, reason };
        return granted(await this.people.vote(name, item, ballot));
      }
      case 'link': {
        const path = `/items/${item}/links`;
        return granted(await this.people.post(name, path, { type, key }));
      }
      default:
        return this.people.act(name, item, step.do, { data, comment });
    }
  }

  private translated(step: HistoryStep): HistoryStep {
    const text = JSON.stringify(step).replace(
      /"((?:RR|FB|CR|OP|RQ|KC)-[\d-]+)"/g,
      (_, key: string) => JSON.stringify(this.keys.get(key) ?? key),
    );
    return JSON.parse(text);
  }
}

async function folderOf(files: string[]): Promise<string> {
  const folder = await fs.mkdtemp(join(tmpdir(), 'tech-bridge-stories-'));
  await fs.mkdir(join(folder, 'stories'));
  const copies = [
    ['appointments.yaml', 'appointments.yaml'],
    ...files.map(file => [join('history', file), join('stories', file)]),
  ];
  for (const [from, to] of copies) {
    await fs.copyFile(join(STARBRIDGE, from), join(folder, to));
  }
  return folder;
}

/** The words of the workflow where it says why, else the code. */
function answered(
  { status, body }: Response,
  language: 'en' | 'zh' = 'en',
): Attempt {
  const { code, params } = body.error ?? {};
  const why = language === 'zh' ? params?.whyZh : params?.whyEn;
  return [status, why ?? code];
}

function momentOf(local: string): DateTime {
  return DateTime.fromISO(local, { zone: SHANGHAI });
}

function lineOf({ type, at, actor, payload }: JournalEntry): string[] {
  const words: { [kind: string]: string } = {
    created: 'opens it',
    action: String(payload?.action),
    milestone: `* ${payload?.milestone}`,
    boardClosed: `the vote: ${payload?.outcome}`,
  };
  const day = DateTime.fromISO(at, { zone: SHANGHAI }).toFormat('MM-dd');
  const name = actor.ref.replace('user:default/', '');
  return words[type] ? [`${day} ${name} ${words[type]}`] : [];
}
