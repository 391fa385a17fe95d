import { Knex } from 'knex';
import { Rooms } from '../../../../plugins/bridge-backend/src/buildRooms';
import { itemTokens } from '../../../../plugins/bridge-backend/src/workflow/itemTokens';
import { ItemStore } from '../../../../plugins/bridge-backend/src/workflow/ItemStore';
import { openRooms } from '../../rooms/openRooms';
import { DatabaseServer } from '../DatabaseServer';
import { openRegister } from '../openRegister';
import { compareScores } from './compareScores';
import { createHelpers } from './createHelpers';
import { WorkSizes, writeWork } from './writeWork';

/** A database full of work, and the plugin on it. @internal */
export interface OpenWork {
  knex: Knex;
  rooms: Rooms;
  sizes: WorkSizes;
}

// Enough systems that one is only a small part of a list.
const SYSTEMS = 500;
const APPOINTMENTS = 2_500;

/** Makes a database with the plugin's tables and fills it. @internal */
export async function openWork(
  server: DatabaseServer,
  database: string,
  sizes: WorkSizes,
): Promise<OpenWork> {
  const register = { systems: SYSTEMS, appointments: APPOINTMENTS };
  const { knex: writer } = await openRegister(server, database, register);
  await writer.destroy();
  // Sixteen commands at once, and what each asks outside its transaction.
  const knex = server.open(database, 40);
  const rooms = await openRooms(knex);
  await createHelpers(knex);
  await writeWork(knex, sizes);
  await compareTokens(knex);
  await compareScores(knex);
  return { knex, rooms, sizes };
}

// Items that commands never wrote must be found like those that they write.
async function compareTokens(knex: Knex): Promise<void> {
  const rows: { key: string; tokens: string[] }[] = await knex('items')
    .join('item_search', 'item_search.item_id', 'items.id')
    .whereRaw('id % (SELECT greatest(1, max(id) / 20) FROM items) = 0')
    .select('key', knex.raw('tsvector_to_array(tokens) AS tokens'));
  for (const { key, tokens } of rows) {
    const record = await new ItemStore(knex).load(knex, key);
    const expected = record ? itemTokens(record.item) : [];
    if (String([...tokens].sort()) !== String([...expected].sort())) {
      throw new Error(`${key} is not generated as a command would write it`);
    }
  }
}
