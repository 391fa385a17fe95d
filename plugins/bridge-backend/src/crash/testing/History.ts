import { Item, JournalEntry } from '@techbridge/plugin-bridge-common';
import { Chance } from './Chance';
import { creationBy } from './drillCommands';
import { WRITERS } from './people';
import { Plant } from './startPlant';

/** A look at a list of comments. */
export interface Look {
  /** What it showed. */
  seen: string[];
  /** What had been answered with success before it began. */
  known: string[];
}

/** Everything that happened to a list of comments. */
export interface ListHistory {
  looks: Look[];
  /** What was answered with success, in the order of the answers. */
  added: string[];
  /** What stands there in the end. */
  final: string[];
}

const LISTS_AT_ONCE = 4;
const WRITERS_OF_EACH = 4;

// A journal is read in one go of a hundred lines, so that a list is left
// before it has so many.
const OPERATIONS_OF_A_TURN = 100 * LISTS_AT_ONCE;

/**
 * What no order of one operation after the other explains: a comment that was
 * answered and is lost, one that stands there twice, a look that shows what
 * never was, or another order than the one that stood fast in the end, or that
 * misses what was answered before.
 */
export function anomalies({ looks, added, final }: ListHistory): string[] {
  const times = new Map<string, number>();
  final.forEach(text => times.set(text, (times.get(text) ?? 0) + 1));
  return [
    ...added.filter(text => !times.has(text)).map(text => `lost ${text}`),
    ...[...times].filter(([, n]) => n > 1).map(([text]) => `twice ${text}`),
    ...looks.flatMap(({ seen, known }) => [
      ...seen.filter(text => !times.has(text)).map(text => `dirty ${text}`),
      ...(seen.every((text, place) => text === final[place])
        ? []
        : [`order ${seen.join()} of ${final.join()}`]),
      ...known.filter(text => !seen.includes(text)).map(one => `stale ${one}`),
    ]),
  ];
}

/**
 * Writers at all replicas who add comments to a few journals and read them in
 * between.
 */
export class History {
  private readonly lists: { key: string; history: ListHistory }[] = [];
  private begun = 0;
  private count = 0;

  constructor(private readonly plant: Plant, private readonly chance: Chance) {}

  /** Lets so many operations happen; gives what is wrong with them. */
  async run(operations: number): Promise<string[]> {
    const { replicas } = this.plant;
    await this.begin(replicas[0].address, WRITERS[0]);
    const writers = replicas.flatMap(({ address }, place) =>
      WRITERS.slice(place * WRITERS_OF_EACH, (place + 1) * WRITERS_OF_EACH).map(
        name => this.write(address, name, operations),
      ),
    );
    await Promise.all(writers);
    const last = replicas[replicas.length - 1].address;
    for (const { key, history } of this.lists) {
      history.final = await this.read(last, WRITERS[0], key);
    }
    return this.lists.flatMap(({ history }) => anomalies(history));
  }

  private async write(address: string, name: string, operations: number) {
    while (this.count < operations) {
      this.count += 1;
      const text = `comment ${this.count}`;
      const { key, history } = await this.list(address, name);
      if (this.chance.percent(50)) {
        await this.post(address, name, `/items/${key}/comments`, { text });
        history.added.push(text);
      } else {
        const known = [...history.added];
        const seen = await this.read(address, name, key);
        history.looks.push({ seen, known });
      }
    }
  }

  private async list(address: string, name: string) {
    const turns = Math.floor(this.count / OPERATIONS_OF_A_TURN) + 1;
    if (this.begun < turns * LISTS_AT_ONCE) {
      await this.begin(address, name);
    }
    const recent = this.lists.slice(-LISTS_AT_ONCE);
    return this.chance.oneOf(recent) ?? recent[0];
  }

  private async begin(address: string, name: string): Promise<void> {
    this.begun += 1;
    const { path, body } = creationBy(name, 'history');
    const { key } = await this.post(address, name, path, body);
    this.lists.push({ key, history: { looks: [], added: [], final: [] } });
  }

  private async post(
    address: string,
    name: string,
    path: string,
    body: object,
  ): Promise<Item> {
    const { callers } = this.plant;
    const { status, text } = await callers.call(address, name, { path, body });
    if (status >= 300) {
      throw new Error(`${path}: ${status} ${text}`);
    }
    return JSON.parse(text);
  }

  private async read(address: string, name: string, key: string) {
    const path = `/items/${key}/journal?limit=100`;
    const { text } = await this.plant.callers.call(address, name, { path });
    const { items }: { items: JournalEntry[] } = JSON.parse(text);
    return items.flatMap(({ type, payload }) =>
      type === 'comment' ? [String(payload?.text)] : [],
    );
  }
}
