import { isUnknown, readersOf } from '@techbridge/bridge-workflow';
import { writeTogether } from '../database/writeTogether';
import { DefinitionService } from './DefinitionService';
import { RoleResolver } from './hooks';
import { ItemStore, Transaction } from './ItemStore';
import { needsOfAll } from './needsOfAll';
import { Readership, ReaderStore } from './ReaderStore';
import { ItemRecord } from './records';
import { WhichItems } from './someItemsFilter';

const ITEMS_AT_ONCE = 100;

/**
 * Lets those see private items who play a part in them now, whatever made them
 * so, and nobody who has left; also items that have ended.
 *
 * @internal
 */
export class ReaderKeeper {
  constructor(
    private readonly parts: {
      readers: ReaderStore;
      items: ItemStore;
      definitions: DefinitionService;
      directories: RoleResolver;
    },
  ) {}

  /** Looks at private items, some at once. */
  async follow(which: WhichItems, now: string): Promise<void> {
    const { readers, items } = this.parts;
    let after: number | undefined = 0;
    while (after !== undefined) {
      const page = { after, limit: ITEMS_AT_ONCE, ...which };
      const found: ItemRecord[] = await readers.privateItems(page);
      const ids = found.map(({ id }) => id);
      if (ids.length > 0) {
        await items.inTransaction(trx => this.keep(trx, ids, now));
      }
      after = found.length < ITEMS_AT_ONCE ? undefined : ids.at(-1);
    }
  }

  // Held, so that a command on one of them comes before or after.
  private async keep(
    trx: Transaction,
    ids: number[],
    now: string,
  ): Promise<void> {
    const store = new ReaderStore(trx);
    const all = await this.readerships(trx, await store.hold(ids), now);
    const known = await store.readersOf(ids);
    const changed = all.filter(({ itemId, people }) => {
      const before = known.get(itemId) ?? new Set();
      const stay = people.filter(person => before.has(person));
      return stay.length < Math.max(people.length, before.size);
    });
    await writeTogether(
      trx,
      changed.flatMap(one => store.keep(one)),
    );
  }

  private async readerships(
    trx: Transaction,
    records: ItemRecord[],
    now: string,
  ): Promise<Readership[]> {
    const { definitions, directories } = this.parts;
    const all: Parameters<typeof needsOfAll>[0] = [];
    for (const { item } of records) {
      const { id, version } = item.workflow;
      const definition = await definitions.version(id, version, trx);
      all.push({ definition, item });
    }
    const directory = await directories.load(trx, needsOfAll(all), now);
    return records.map(({ id: itemId, item }, place) => {
      const { definition } = all[place];
      return {
        itemId,
        people: readersOf(definition, item, directory),
        complete: !isUnknown(definition, directory),
      };
    });
  }
}
