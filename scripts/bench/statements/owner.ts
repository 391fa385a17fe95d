import { SystemVersion } from '../../../plugins/bridge-backend/src/registry/SystemService';
import { anybody } from '../backend/allowingPermissions';
import { OpenRegister } from '../data/openRegister';
import { RatioResult } from '../results';
import { sideBySide, timed } from '../timing/sideBySide';
import { createService } from './service';
import { HandRow, ownerByHand } from './sqlByHand';

const CALLS = 10;
const BATCHES = 40;

/** Who owns a system: our service against its SQL by hand. @internal */
export async function measureOwner(
  { knex, data }: OpenRegister,
  rounds: number,
): Promise<RatioResult> {
  const service = createService(knex);
  const today = new Date().toISOString().slice(0, 10);
  const ours = (name: string) => service.get(name, anybody);
  const floor = (name: string) => ownerByHand(knex, name, today);
  const names = data.systems.map(({ name }) => name);
  await compareAnswers(names[0], ours, floor);
  return {
    name: 'owner of a system / its SQL by hand',
    limit: 1.5,
    ratio: await sideBySide({
      ours: batchOf(names, ours),
      floor: batchOf(names, floor),
      rounds,
      batches: BATCHES,
    }),
  };
}

// Both sides walk over all systems, each in the same order.
function batchOf(names: string[], ask: (name: string) => Promise<unknown>) {
  let next = 0;
  return () =>
    timed(async () => {
      for (let call = 0; call < CALLS; call++) {
        next = (next + 7_919) % names.length;
        await ask(names[next]);
      }
    });
}

async function compareAnswers(
  name: string,
  ours: (name: string) => Promise<SystemVersion>,
  floor: (name: string) => Promise<HandRow[]>,
): Promise<void> {
  const { system } = await ours(name);
  const answered = system.owners.business.map(({ user }) => user).sort();
  const rows = await floor(name);
  const expected = rows.map(row => row.entity_ref).sort();
  if (answered.length === 0 || String(answered) !== String(expected)) {
    throw new Error(`The two ways answer differently who owns ${name}`);
  }
}
