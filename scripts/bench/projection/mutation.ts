import { RatioResult } from '../results';
import { sideBySide } from '../timing/sideBySide';
import { CatalogTables } from './CatalogTables';
import { createOurSide, createPlainSide, Side } from './sides';
import { startCopy, Template } from './template';

const PREFIX = 'mutation_';
const BATCHES = 4;

/**
 * The call that hands a full projection to the catalog, against a plain
 * provider of the same entities. Nothing is processed meanwhile.
 *
 * @internal
 */
export async function measureMutation(
  template: Template,
  rounds: number,
): Promise<RatioResult> {
  const ours = createOurSide();
  const plain = createPlainSide(template.entities);
  const backend = await startCopy(template, {
    prefix: PREFIX,
    features: [ours.feature, plain.feature],
    processing: false,
  });
  const knex = template.server.open(`${PREFIX}catalog`);
  const tables = new CatalogTables(knex);
  const mutate = async (side: Side) => {
    await tables.forget(['bridge', 'plain']);
    await side.emit();
    return side.mutationTime();
  };
  try {
    return {
      name: 'catalog projection, applyMutation / plain provider',
      limit: 1.15,
      ratio: await sideBySide({
        ours: () => mutate(ours),
        floor: () => mutate(plain),
        rounds,
        batches: BATCHES,
      }),
    };
  } finally {
    await knex.destroy();
    await backend.stop();
  }
}
