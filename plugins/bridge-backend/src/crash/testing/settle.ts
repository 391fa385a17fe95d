import { setTimeout } from 'timers/promises';
import { decidedBoards, timersSoon } from './contradictions';
import { Plant } from './startPlant';

const PATIENCE_MS = 90_000;
const POLL_MS = 250;
const A_WHILE_MS = 20 * 60_000;

/**
 * Lets time pass until everything that goes on by itself has come to rest:
 * leases of backends that have died, pauses before another try, timers.
 */
export async function settle(plant: Plant): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  // What falls due in a second has to come to rest as well.
  do {
    if (Date.now() > end) {
      throw new Error('Something does not come to rest');
    }
    await plant.passTime(A_WHILE_MS);
    await quietWithin(plant, 12_000);
  } while (await isBusy(plant));
}

// A backend looks at the clock, and at what is due, every five seconds.
async function quietWithin(plant: Plant, milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds;
  while (Date.now() < end && (await isBusy(plant))) {
    await setTimeout(POLL_MS);
  }
}

/** Waits until something is so. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > end) {
      throw new Error('It does not come to that');
    }
    await setTimeout(POLL_MS);
  }
}

async function isBusy({ knex }: Plant): Promise<boolean> {
  const waiting = await knex('outbox').where({ status: 'waiting' });
  const soon = await Promise.all([timersSoon(knex), decidedBoards(knex)]);
  return waiting.length + soon[0] + soon[1] > 0;
}
