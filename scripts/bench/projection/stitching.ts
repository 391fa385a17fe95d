import {
  RELATION_HAS_SUPER_USER,
  RELATION_SUPER_USER_OF,
} from '@techbridge/plugin-bridge-common';
import { RegisterStore } from '../../../plugins/bridge-backend/src/registry/RegisterStore';
import { isCurrent } from '../data/generate';
import { Result } from '../results';
import { sideBySide } from '../timing/sideBySide';
import { CatalogTables, differences } from './CatalogTables';
import { createOurSide, createPlainSide, OurSide, Side } from './sides';
import { startCopy, Template } from './template';

const PREFIX = 'stitching_';

interface Round {
  template: Template;
  tables: CatalogTables;
}

/**
 * The time until readers find a full projection in the catalog with all its
 * relations, against a plain provider of the same entities without ours. After
 * each of our rounds: what an unchanged projection and one changed appointment
 * write.
 *
 * @internal
 */
export async function measureStitching(
  template: Template,
  rounds: number,
  say: (line: string) => void,
): Promise<Result[]> {
  const unchanged: number[] = [];
  const changed: number[] = [];
  const appointed = template.data.appointments.filter(isCurrent).length;
  const ratio = await sideBySide({
    ours: () => {
      const side = createOurSide();
      return runRound(template, side, appointed, async round => {
        unchanged.push(await emitUnchanged(round, side));
        changed.push(await emitChange(round, side));
        say('  ours is stitched');
      });
    },
    floor: () =>
      runRound(template, createPlainSide(template.entities), 0, async () =>
        say('  the plain provider is stitched'),
      ),
    rounds,
    batches: 1,
    // Filling the template has warmed up the catalog.
    warmUp: false,
  });
  return [
    {
      name: 'catalog projection, stitched / plain provider',
      limit: 1.5,
      ratio,
    },
    {
      name: 'rows that an unchanged projection writes',
      expected: 0,
      counts: unchanged,
    },
    {
      name: 'entities that one ended appointment has processed anew',
      expected: 1,
      counts: changed,
    },
  ];
}

async function runRound(
  template: Template,
  side: Side,
  relations: number,
  afterwards: (round: Round) => Promise<void>,
): Promise<number> {
  const backend = await startCopy(template, {
    prefix: PREFIX,
    features: [side.feature],
    processing: true,
  });
  const knex = template.server.open(`${PREFIX}catalog`);
  const tables = new CatalogTables(knex);
  try {
    await tables.settled();
    globalThis.gc?.();
    const start = performance.now();
    await side.emit();
    const end = await tables.settled();
    await checkStitched(template, tables, relations);
    await afterwards({ template, tables });
    return end - start;
  } finally {
    await knex.destroy();
    await backend.stop();
  }
}

async function checkStitched(
  { entities, people }: Template,
  tables: CatalogTables,
  relations: number,
): Promise<void> {
  for (const type of [RELATION_HAS_SUPER_USER, RELATION_SUPER_USER_OF]) {
    const found = await tables.stitched(type);
    const expected = entities.length + people.length;
    if (found.entities !== expected || found.relations !== relations) {
      throw new Error(
        `The catalog shows ${found.entities} of ${expected} entities and ${found.relations} of ${relations} relations ${type}`,
      );
    }
  }
}

async function emitUnchanged(
  { tables }: Round,
  side: OurSide,
): Promise<number> {
  const before = await tables.writers();
  await side.emit();
  return differences(before, await tables.writers());
}

async function emitChange(
  { template, tables }: Round,
  side: OurSide,
): Promise<number> {
  const before = await tables.plans();
  await endOneAppointment(template);
  await side.emitChanges();
  await tables.settled();
  return differences(before, await tables.plans());
}

async function endOneAppointment({ server, data }: Template): Promise<void> {
  const { system, person } = data.appointments[0];
  const knex = server.open(`${PREFIX}bridge`);
  const register = new RegisterStore(knex);
  await register.inTransaction(async (trx, change) => {
    await register.deleteAppointment(trx, system, person + 1);
    await register.noteChange(trx, system, change);
  });
  await knex.destroy();
}
