import { DATABASE_IDS } from '../testing/databases';
import { PATIENCE } from '../testing/rounds';
import { expectSoundLedger } from '../workflow/testing/expectSoundLedger';
import { FuzzPlant } from './testing/FuzzPlant';
import { FuzzRun } from './testing/FuzzRun';

// All of it is one step, also on a machine that is busy with other tests.
jest.setTimeout(2 * PATIENCE);

/** How many requests each database gets. */
const REQUESTS = Number(process.env.TECHBRIDGE_FUZZ_REQUESTS ?? 10_000);

/** The same seed sends the same requests, as far as the answers are the same. */
const SEED = Number(process.env.TECHBRIDGE_FUZZ_SEED ?? 20_251_231);

describe.each(DATABASE_IDS)('whatever is sent, on %s', id => {
  let plant: FuzzPlant;
  let run: FuzzRun;

  beforeAll(async () => {
    plant = await FuzzPlant.start(id);
    run = await FuzzRun.over(plant, SEED);
    await run.send(REQUESTS);
  });

  afterAll(() => plant.stop());

  it('is answered as the OpenAPI document says, and never with an error of ours', () => {
    expect(run.faults).toEqual([]);
  });

  it('reaches every operation, with success and in vain', () => {
    expect(run.judge.without(2)).toEqual([]);
    expect(run.judge.without(4)).toEqual([]);
  });

  it('leaves behind no record that contradicts another one', async () => {
    const checked = expectSoundLedger(plant.people, plant.knex);
    await expect(checked).resolves.toBeUndefined();
  });
});
