import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { migrate } from '../../../plugins/bridge-backend/src/database/migrate';
import { DatabaseServer } from './DatabaseServer';
import { GeneratedRegister, generateRegister, Sizes } from './generate';
import { writeRegister } from './writeRegister';

/** A register in a database, and what was written there. @internal */
export interface OpenRegister {
  knex: Knex;
  data: GeneratedRegister;
}

/** Makes a database with the plugin's tables and fills it. @internal */
export async function openRegister(
  server: DatabaseServer,
  database: string,
  sizes: Sizes,
): Promise<OpenRegister> {
  await server.create(database);
  const knex = server.open(database);
  const service: DatabaseService = { getClient: async () => knex };
  await migrate(service);
  const data = generateRegister(sizes);
  await writeRegister(knex, data);
  return { knex, data };
}
