import { Knex } from 'knex';
import { readMark, writeMark } from '../database/marks';

const MARK = 'demo';

/** Whether the demo factory is loaded to its end. @internal */
export async function isDemoLoaded(knex: Knex): Promise<boolean> {
  return (await readMark(knex, MARK)) !== undefined;
}

/** The demo factory is loaded to its end. @internal */
export async function noteDemoLoaded(knex: Knex, start: string): Promise<void> {
  await writeMark(knex, MARK, start);
}
