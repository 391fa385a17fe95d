import { Entity } from '@backstage/catalog-model';
import { Item } from '@techbridge/plugin-bridge-common';
import { AddressInfo } from 'net';
import { Knex } from 'knex';
import { DatabaseId } from '../../testing/databases';
import { demoEntities } from '../../testing/demoEntities';
import {
  startBridgeForTest,
  TestBridge,
} from '../../testing/startBridgeForTest';
import { TestPeople, user } from '../../workflow/testing/TestPeople';
import { AUTHORS, CONCERNED, OFFICE, PEOPLE } from './cast';
import { Way } from './machines';
import { openDatabase } from './openDatabase';
import { PlantModel } from './PlantModel';
import { Tally } from './Tally';

const LONG_AGO = '2020-01-01T00:00:00.000Z';

/** The department that proposals concern, with its members of the board. */
function inConcernedDepartment(entity: Entity): Entity {
  const relations = CONCERNED.map(name => ({
    type: 'hasMember',
    targetRef: user(name),
  }));
  return entity.metadata.name === 'production'
    ? { ...entity, relations }
    : entity;
}

/** The whole plugin on a database, over HTTP, for all runs together. */
export class RealPlant {
  readonly tally = new Tally();
  private systems = 0;
  /** What people had earned before the run. */
  private earned = new Map<string, number>();

  private constructor(
    readonly knex: Knex,
    private readonly bridge: TestBridge,
    readonly people: TestPeople,
    /** A proposal that is in no run. */
    private readonly landmark: string,
    /** Lets go of its database; everything else has ended by then. */
    readonly stop: () => Promise<void>,
  ) {}

  /** Starts it, with nothing but one proposal. */
  static async start(id: DatabaseId): Promise<RealPlant> {
    const { knex, close } = await openDatabase(id);
    const entities = demoEntities.map(inConcernedDepartment);
    const bridge = await startBridgeForTest({ knex, entities });
    const { port } = bridge.server.address() as AddressInfo;
    const people = new TestPeople([`http://127.0.0.1:${port}`]);
    const data = { title: '早已提出的提案', currentState: '现状如此。' };
    const start = { workflow: 'proposal', data };
    const { key } = await people.create(AUTHORS[0], start);
    return new RealPlant(knex, bridge, people, key, close);
  }

  /** An item as somebody sees it. */
  item(key: string, name: string): Promise<Item> {
    return this.people.item(key, name);
  }

  /** Lets the time of a timer of an item come. */
  async comes(key: string, timer: string): Promise<void> {
    const { id, entry } = await this.knex('items').where({ key }).first();
    const due = await this.knex('timers')
      .where({ item_id: id, entry, timer, done_at: null })
      .update({ fire_at: LONG_AGO });
    expect([key, timer, due]).toEqual([key, timer, 1]);
    await this.work();
  }

  /** Does what waits to be done. */
  work(): Promise<void> {
    return this.bridge.runTask('bridge-work');
  }

  /**
   * Begins a run in a system of its own: what people earn is counted from here on.
   *
   * @param goal - the way that the run looks for
   */
  async begin(goal: Way): Promise<PlantModel> {
    this.earned = await this.totals();
    return new PlantModel(await this.newSystem(), goal, this.landmark);
  }

  /** What a person has earned since the run began. */
  async pointsOf(name: string): Promise<number> {
    const path = `/people/${name}/contributions?limit=1`;
    const { body } = await this.people.get(OFFICE, path);
    return body.sum - (this.earned.get(name) ?? 0);
  }

  /** What everybody who earned something has earned since the run began. */
  async pointsOfAll(): Promise<{ [name: string]: number }> {
    const now = await this.totals();
    const gained = PEOPLE.map(name => [
      name,
      (now.get(name) ?? 0) - (this.earned.get(name) ?? 0),
    ]);
    return Object.fromEntries(gained.filter(([, points]) => points !== 0));
  }

  private async totals(): Promise<Map<string, number>> {
    const path = '/leaderboards/all?limit=20';
    const { body } = await this.people.get(OFFICE, path);
    const places: { person: { ref: string }; points: number }[] = body.items;
    return new Map(
      places.map(({ person, points }) => [nameIn(person.ref), points]),
    );
  }

  private async newSystem(): Promise<string> {
    // Nobody counts here, and the statements would fill the memory.
    this.bridge.resetCounts();
    this.systems += 1;
    const name = `line-${this.systems}`;
    const { status, body } = await this.people.post(OFFICE, '/systems', {
      name,
      title: { en: `Line ${this.systems}`, zh: `产线${this.systems}` },
      criticality: 'C',
      it: 'group:default/information-technology',
    });
    expect([status, body.error]).toEqual([201, undefined]);
    return name;
  }
}

/** The name in the reference of a person. */
export function nameIn(ref: string): string {
  return ref.replace('user:default/', '');
}
