import { Item } from '@techbridge/plugin-bridge-common';
import { setTimeout } from 'timers/promises';
import { Answer } from './Callers';
import { Chance } from './Chance';
import { drillCommand } from './drillCommands';
import { WRITERS } from './people';
import { Plant } from './startPlant';

/** A command that somebody has sent, and what is known of it. */
export interface SentCommand {
  writer: string;
  path: string;
  body: object;
  /** The Idempotency-Key, which also stands in what the command writes. */
  key: string;
  /** The first answer that was one; without it nobody knows what became of it. */
  answer?: Answer;
  /** The address of who gave it. */
  by?: string;
}

const MOST_TRIES = 100;

/**
 * People who write all the time, to whichever replica is there, and keep
 * everything that they have sent with the answer that they got.
 */
export class Storm {
  /** Everything that was sent, with the answers. */
  readonly sent: SentCommand[] = [];
  /** Answers that nobody may ever get. */
  readonly faults: string[] = [];
  /** How often somebody was told to come again while the database was away. */
  turnedAway = 0;
  /** Whether the database is away. */
  isDatabaseAway = false;
  private readonly items = new Map<string, Item>();
  private isOver = false;
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly plant: Plant, private readonly chance: Chance) {}

  /** Lets everybody begin. */
  begin(): void {
    this.isOver = false;
    this.running = Promise.all(WRITERS.map(name => this.write(name)));
  }

  /** Lets everybody come to an end. */
  async end(): Promise<void> {
    this.isOver = true;
    await this.running;
  }

  /** Lets everybody send what nobody knows about again, until it is known. */
  async resolve(): Promise<void> {
    await Promise.all(WRITERS.map(name => this.resolveOf(name)));
  }

  /** Those that were carried out, or those that were refused. */
  answered(how: 'done' | 'refused'): SentCommand[] {
    return this.sent.filter(
      ({ answer }) => answer && answer.status < 300 === (how === 'done'),
    );
  }

  private async resolveOf(name: string): Promise<void> {
    for (const command of this.sent.filter(one => one.writer === name)) {
      for (let tries = 0; !command.answer; tries += 1) {
        if (tries === MOST_TRIES) {
          throw new Error(`Nobody answers ${command.path} ${command.key}`);
        }
        await this.send(command);
        await (command.answer ?? setTimeout(100));
      }
    }
  }

  private async write(name: string): Promise<void> {
    while (!this.isOver) {
      if (!this.plant.replicas.some(({ isReady }) => isReady)) {
        await setTimeout(20);
        continue;
      }
      const command = this.nextOf(name);
      this.sent.push(command);
      await this.send(command);
      // Some ask again at once what has become of it, some much later.
      if (!command.answer && this.chance.percent(50)) {
        await this.send(command);
      }
      await (command.answer ?? setTimeout(this.isDatabaseAway ? 400 : 50));
    }
  }

  private async send(command: SentCommand): Promise<void> {
    const { replicas, callers } = this.plant;
    const ready = replicas.filter(one => one.isReady);
    const replica = this.chance.oneOf(ready) ?? replicas[0];
    const { isReady } = replica;
    const { isDatabaseAway } = this;
    try {
      const { writer } = command;
      const answer = await callers.call(replica.address, writer, command);
      if (this.isTurnedAway(answer, isDatabaseAway)) {
        return;
      }
      if (this.learn(command, answer, isReady)) {
        command.by = replica.address;
      }
    } catch {
      // Nobody knows whether it was carried out.
    }
  }

  private isTurnedAway({ status }: Answer, wasAway: boolean): boolean {
    const isExcused = wasAway || this.isDatabaseAway;
    this.turnedAway += status === 503 && isExcused ? 1 : 0;
    return status === 503 && isExcused;
  }

  private learn(
    command: SentCommand,
    answer: Answer,
    isReady: boolean,
  ): boolean {
    const { status, text } = answer;
    const said = JSON.parse(text);
    const isStarting = status === 503 && !isReady;
    if (isStarting || said.error?.code === 'command-in-flight') {
      return false;
    }
    if (status >= 300 && status !== 409) {
      this.faults.push(
        `${command.path} ${command.key}: ${status} ${said.error?.code}`,
      );
    }
    command.answer = answer;
    const item: Item | undefined = status < 300 ? said : said.error?.current;
    if (item?.key) {
      this.items.set(item.key, item);
    }
    return true;
  }

  private nextOf(writer: string): SentCommand {
    const key = `<${writer}.${this.sent.length}>`;
    const recent = [...this.items.values()].slice(-60);
    return { writer, key, ...drillCommand(writer, key, recent, this.chance) };
  }
}
