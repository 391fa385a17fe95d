import { setTimeout } from 'timers/promises';
import { PATIENCE, rounds } from '../testing/rounds';
import { expectSoundLedger } from '../workflow/testing/expectSoundLedger';
import { BackendProcess } from './testing/BackendProcess';
import { buildBackend, BuiltBackend } from './testing/buildBackend';
import { Chance } from './testing/Chance';
import { contradictions, NO_CONTRADICTIONS } from './testing/contradictions';
import { CRASH_SEED as SEED } from './testing/crashSeed';
import { CrashingPostgres } from './testing/CrashingPostgres';
import { settle, until } from './testing/settle';
import { Plant, startPlant } from './testing/startPlant';
import { Storm } from './testing/Storm';

jest.setTimeout(PATIENCE);

// The figure is for the full length; a machine that does all the tests at once
// may be late.
const RECONNECTS_WITHIN_MS = rounds(10_000, 30_000);

describe(`TECHBRIDGE_CRASH_SEED=${SEED} on a PostgreSQL that crashes:`, () => {
  const chance = new Chance(SEED);
  let backend: BuiltBackend;
  let postgres: CrashingPostgres;
  let plant: Plant;
  let storm: Storm;

  beforeAll(async () => {
    [backend, postgres] = await Promise.all([
      buildBackend(),
      CrashingPostgres.start(),
    ]);
    plant = await startPlant(postgres, chance, backend.program);
    await plant.signIn();
  });
  afterAll(async () => {
    await plant?.stop();
    await postgres?.stop();
    backend?.remove();
  });

  it('what was answered is not lost, nothing is done twice, and everybody else hears that they may come again', async () => {
    storm = new Storm(plant, chance);
    storm.begin();
    const trouble = plant.receiver.makeTrouble(rounds(20, 1));
    try {
      for (let crash = 0; crash < rounds(20, 2); crash += 1) {
        const before = storm.answered('done').length;
        await setTimeout(500 + chance.below(1_500));
        await until(async () => storm.answered('done').length >= before + 40);
        await crashOnce(crash % 2 === 0 ? 'kill' : 'immediate');
      }
    } finally {
      await trouble.end();
      await storm.end();
    }
    await storm.resolve();
    await settle(plant);
    expect(storm.faults).toEqual([]);
    expect(storm.turnedAway).toBeGreaterThan(0);
    expect(plant.replicas.map(one => one.isAlive())).toEqual([true, true]);
    const { knex, receiver } = plant;
    expect(await contradictions(knex, receiver, storm.sent)).toEqual(
      NO_CONTRADICTIONS,
    );
    await expectSoundLedger(plant.callers, knex);
  });

  function doneBy({ address }: BackendProcess): number {
    return storm.answered('done').filter(({ by }) => by === address).length;
  }

  /** Everybody must be served again by both soon after it is back. */
  async function crashOnce(how: 'kill' | 'immediate'): Promise<void> {
    storm.isDatabaseAway = true;
    await postgres.crash(how);
    await setTimeout(chance.below(6_000));
    await postgres.recover();
    const since = Date.now();
    const { replicas } = plant;
    const before = replicas.map(doneBy);
    await until(async () =>
      replicas.every((one, place) => doneBy(one) > before[place]),
    );
    expect(Date.now() - since).toBeLessThan(RECONNECTS_WITHIN_MS);
    await setTimeout(Math.max(0, since + 1_000 - Date.now()));
    storm.isDatabaseAway = false;
  }
});
