import {
  decisionFigures,
  DecisionRecord,
  InboxEntry,
  Item,
} from '@techbridge/plugin-bridge-common';
import { AddressInfo } from 'net';
import { Knex } from 'knex';
import {
  startBridgeForTest,
  TestBridge,
} from '../../testing/startBridgeForTest';
import { assemblyEntities, inThisFolder } from './assembly';
import { recordsOf } from './recordsOf';
import { TestPeople, user } from './TestPeople';

/** Who puts what others vote on. */
export const CLERK = 'he.jing';

const LONG_AGO = '2000-01-01T00:00:00.000Z';

/** Who is what in a motion. */
export interface Seats {
  members: string[];
  chair?: string;
  authors?: string[];
  relatives?: string[];
  elders?: string[];
}

/** A record in few words: people by name, sentences in English. */
export interface RecordInShort {
  board: string;
  round: number;
  state: string;
  /** The chair first. */
  electorate: string[];
  /** Who was recused → why. */
  recused: { [name: string]: string };
  /** Whom it was escalated to. */
  escalatedTo?: string[];
  extended?: number;
  quorum: DecisionRecord['quorum'];
  count: DecisionRecord['count'];
  /** Who voted → how. */
  ballots?: { [name: string]: string };
  rule: string[];
}

/**
 * What people put to the vote under the definitions of the folder `rules`, and
 * the records of what was decided.
 */
export class Motions {
  readonly people: TestPeople;

  private constructor(
    readonly bridge: TestBridge,
    private readonly knex: Knex,
  ) {
    const { port } = bridge.server.address() as AddressInfo;
    this.people = new TestPeople([`http://127.0.0.1:${port}`]);
  }

  /** Starts the plugin, also once more on the same database. */
  static async start(
    knex: Knex,
    folders: string[] = [inThisFolder('rules')],
  ): Promise<Motions> {
    const calendar = { timeZone: 'Asia/Shanghai' };
    const bridge = await startBridgeForTest({
      ...{ knex, entities: assemblyEntities },
      config: { bridge: { calendar, workflows: { folders } } },
    });
    await bridge.runTask('bridge-work');
    return new Motions(bridge, knex);
  }

  /** Puts a motion to the vote of a board; the people by their names. */
  async put(board: string, seats: Seats): Promise<string> {
    return (await this.open('motion', { board, ...seats })).key;
  }

  /** Makes an item of the clerk. */
  async open(workflow: string, fields: object): Promise<Item> {
    const data = { title: '动议', ...withReferences(fields) };
    return this.people.create(CLERK, { workflow, data });
  }

  /** Votes, whatever the answer. */
  vote(name: string, key: string, choice: string, more: object = {}) {
    const ballot = { board: 'council', choice, ...more };
    return this.people.vote(name, key, ballot);
  }

  /** Votes, one after the other, which must succeed. */
  async cast(
    key: string,
    choices: { [name: string]: string },
    board = 'council',
  ): Promise<void> {
    for (const [name, choice] of Object.entries(choices)) {
      const { body } = await this.vote(name, key, choice, { board });
      expect([name, body.error]).toEqual([name, undefined]);
    }
  }

  /** Steps aside, or as the chair has somebody step aside. */
  recuse(name: string, key: string, reason: string, voter = name) {
    const body = { board: 'council', reason, voter: user(voter) };
    return this.people.post(name, `/items/${key}/recusals`, body);
  }

  /** Adds a voter to a board, or removes one. */
  change(
    name: string,
    key: string,
    [change, voter]: ['add' | 'remove', string],
    more: object = {},
  ) {
    const seat = { board: 'council', change, voter: user(voter) };
    const body = { ...seat, reason: 'Knows the line.', ...more };
    return this.people.post(name, `/items/${key}/voters`, body);
  }

  /** Lets the time of a timer come. */
  async comes(key: string, timer: string): Promise<void> {
    await this.bridge.runTask('bridge-work');
    const item = this.knex('items').where({ key }).select('id');
    const waiting = this.knex('timers').whereIn('item_id', item);
    const due = await waiting
      .where({ timer, done_at: null })
      .update({ fire_at: LONG_AGO });
    expect([timer, due]).toEqual([timer, 1]);
    await this.bridge.runTask('bridge-work');
  }

  /** Where an item stands, and how its boards do. */
  async stand(key: string): Promise<[string, ...string[]]> {
    const { state, boards } = await this.people.item(key, CLERK);
    return [state.id, ...boards.map(board => board.state)];
  }

  /** What waits for somebody on an item. */
  async waiting(name: string, key: string): Promise<InboxEntry[]> {
    const { body } = await this.people.get(name, '/inbox?limit=100');
    const entries: InboxEntry[] = body.items;
    return entries.filter(({ item }) => item.key === key);
  }

  /** How many ballots lie there, those that were changed among them. */
  async ballotRows(key: string): Promise<number> {
    const item = this.knex('items').where({ key }).select('id');
    const rows = await this.knex('ballots').whereIn('item_id', item);
    return rows.length;
  }

  /** The records of an item, newest first. */
  wholeRecords(key: string): Promise<DecisionRecord[]> {
    return recordsOf(path => this.people.get(CLERK, path), key);
  }

  /** The records of an item in few words. */
  async records(key: string): Promise<RecordInShort[]> {
    return (await this.wholeRecords(key)).map(inShort);
  }
}

const PEOPLE = [
  ...['members', 'authors', 'relatives', 'elders', 'works', 'money', 'law'],
  ...['masters', 'owners', 'doers', 'helpers'],
];

/** The fields of an item, with references where there are names of people. */
function withReferences(fields: object): object {
  const entries = Object.entries(fields).map(([field, value]) => {
    if (field === 'chair') {
      return [field, user(value)];
    }
    return [field, PEOPLE.includes(field) ? value.map(user) : value];
  });
  return Object.fromEntries(entries);
}

function inShort(record: DecisionRecord): RecordInShort {
  const { board, round, state, quorum, count, ballots, extended } = record;
  return {
    ...{ board, round, state, quorum, count },
    ...(record.escalated && {
      escalatedTo: decisionFigures(record).escalatedTo.map(nameOf),
    }),
    ...(extended && { extended }),
    electorate: record.electorate.map(seat => nameOf(seat.user)),
    recused: byName(record.recused, ({ reason }) => reason.en),
    ...(ballots && {
      ballots: Object.fromEntries(
        ballots.map(({ voter, choice }) => [nameOf(voter), choice]),
      ),
    }),
    rule: record.rule.map(({ en }) => en),
  };
}

function byName<T extends { user: string }>(
  seats: T[],
  told: (seat: T) => string,
): { [name: string]: string } {
  return Object.fromEntries(seats.map(one => [nameOf(one.user), told(one)]));
}

function nameOf(reference: string): string {
  return reference.slice('user:default/'.length);
}
