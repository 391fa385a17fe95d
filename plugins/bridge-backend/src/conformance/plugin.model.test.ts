import fc from 'fast-check';
import { DATABASE_IDS } from '../testing/databases';
import { PATIENCE, rounds } from '../testing/rounds';
import { expectSoundLedger } from '../workflow/testing/expectSoundLedger';
import { appoint, dismiss } from './testing/appointmentDoings';
import { file, rewrite, write } from './testing/caseDoings';
import { completeTable } from './testing/completeTable';
import { drawn } from './testing/Doing';
import { count, expectAll, look } from './testing/lookDoings';
import { CASE, PROPOSAL } from './testing/machines';
import { PlantModel } from './testing/PlantModel';
import { advance, meet, propose } from './testing/proposalDoings';
import { RealPlant } from './testing/RealPlant';
import { lag, overstep, usurp } from './testing/refusalDoings';
import { nameOf } from './testing/Tally';
import { vote } from './testing/voteDoings';

// All of it is one step, also on a machine that is busy with other tests.
jest.setTimeout(2 * PATIENCE);

const RUNS = rounds(2_000);
const MOST_COMMANDS = 60;

/**
 * How often each way is taken, and each other one refused, at the least on each
 * database. In short it is as often on both of them together.
 */
const LEAST = rounds(20, 10);

/** The same seed does the same; the other two go to where it went wrong. */
const {
  TECHBRIDGE_MODEL_SEED: seed = '20251231',
  TECHBRIDGE_MODEL_PATH: path,
  TECHBRIDGE_MODEL_REPLAY: replayPath,
} = process.env;

/** What is done, the more often the more often it stands here. */
const DOINGS = [
  ...Array.from({ length: 12 }, () => advance),
  ...[vote, vote, meet, propose, write, file, file, rewrite],
  ...[appoint, dismiss, overstep, usurp, lag, look, count],
];

const { stackTraceLimit } = Error;
const plants: RealPlant[] = [];

beforeAll(() => {
  // Nobody asks where thousands of refusals were thrown, and it takes long.
  Error.stackTraceLimit = 0;
});

afterAll(async () => {
  Error.stackTraceLimit = stackTraceLimit;
  await Promise.all(plants.map(plant => plant.stop()));
});

describe.each(DATABASE_IDS)('the plugin and a model of it, on %s', id => {
  let real: RealPlant;
  const ended: PlantModel[] = [];

  beforeAll(async () => {
    real = await RealPlant.start(id);
    plants.push(real);
  });

  it('go the same way, whatever is done', async () => {
    const commands = fc.commands(DOINGS.map(drawn), {
      ...{ maxCommands: MOST_COMMANDS, size: 'max', replayPath },
    });
    const property = fc.asyncProperty(
      fc.constantFrom(...PROPOSAL.ways, ...CASE.ways),
      commands,
      async (goal, chosen) => {
        const model = await real.begin(goal);
        await fc.asyncModelRun(() => ({ model, real }), chosen);
        await expectAll(model, real);
        ended.push(model);
      },
    );
    await fc.assert(property, { seed: Number(seed), path, numRuns: RUNS });
    expect(ended.length).toBeGreaterThan(0);
  });

  it('have met everything that can be done, and everything that must be refused', async () => {
    await completeTable(ended, real, LEAST);
    const short = [PROPOSAL, CASE].flatMap(machine =>
      real.tally.short(machine, LEAST).map(nameOf),
    );
    expect(short).toEqual([]);
  });

  it('leave behind no record that contradicts another one', async () => {
    const checked = expectSoundLedger(real.people, real.knex);
    await expect(checked).resolves.toBeUndefined();
  });
});
