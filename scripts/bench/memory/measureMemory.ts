import { anybody } from '../backend/allowingPermissions';
import { CLIENTS } from '../commands/plainInserts';
import { itemsToMove, moveAll, WITHDRAW } from '../commands/transition';
import { OpenWork } from '../data/work/openWork';
import { RatioResult } from '../results';
import { openRooms } from '../rooms/openRooms';
import { atOnce } from '../timing/atOnce';
import { spreadOf } from '../timing/spread';

const ITEMS = 256;
const PAGE = 50;
const COMMANDS = 512;
const MORE_COMMANDS = 2_048;

/** The two sides of a comparison of memory, in bytes. */
interface Kept {
  large: number;
  small: number;
}

/**
 * What the plugin keeps in memory: after it has read lists, items, journals and
 * inboxes, with all of the history there and with a tenth of it; and after it
 * has carried out commands, and several times as many. Memory is what the
 * garbage collector leaves of the heap of this process.
 *
 * @internal
 */
export async function measureMemory(
  all: OpenWork,
  tenth: OpenWork,
  rounds: number,
): Promise<RatioResult[]> {
  const readings: Kept[] = [];
  const commands: Kept[] = [];
  // The first round loads code, and does not count.
  for (let round = 0; round <= rounds; round++) {
    readings.push({
      large: await heapAfterReading(all),
      small: await heapAfterReading(tenth),
    });
    commands.push(await heapAfterCommands(all));
  }
  return [
    {
      name: `heap after reading, of ${all.sizes.items} / ${tenth.sizes.items} items`,
      limit: 1.05,
      ratio: ratioOf(readings.slice(1)),
    },
    {
      name: `heap after ${MORE_COMMANDS} more commands / after ${COMMANDS}`,
      limit: 1.05,
      ratio: ratioOf(commands.slice(1)),
    },
  ];
}

function ratioOf(kept: Kept[]) {
  return spreadOf(kept.map(({ large, small }) => large / small));
}

/** The heap with rooms that were opened anew and have been asked much. */
async function heapAfterReading({ knex }: OpenWork): Promise<number> {
  const rooms = await openRooms(knex);
  const { items } = rooms.workflow.services;
  const rows: { key: string; person: string }[] = await knex('items')
    .join('person', 'person.id', 'items.created_by')
    .orderBy('items.id')
    .limit(ITEMS)
    .select('items.key', 'person.entity_ref as person');
  await atOnce(CLIENTS, rows, async ({ key, person: actor }) => {
    await items.get(key, actor, anybody);
    await items.journal(key, { limit: PAGE }, { caller: anybody, actor });
    await items.list({ order: 'updatedAt', limit: PAGE }, undefined, anybody);
  });
  const heap = heapInUse();
  // Held until here, so that what the rooms keep is counted.
  return rooms ? heap : 0;
}

async function heapAfterCommands(work: OpenWork): Promise<Kept> {
  const withdraw = async (count: number) => {
    await moveAll(work, WITHDRAW, await itemsToMove(work, WITHDRAW, count));
    return heapInUse();
  };
  const small = await withdraw(COMMANDS);
  return { small, large: await withdraw(MORE_COMMANDS) };
}

function heapInUse(): number {
  if (!globalThis.gc) {
    throw new Error('Start Node with --expose-gc to measure memory.');
  }
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
