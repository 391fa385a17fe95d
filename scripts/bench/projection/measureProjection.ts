import { DatabaseServer } from '../data/DatabaseServer';
import { Sizes } from '../data/generate';
import { Result } from '../results';
import { measureMutation } from './mutation';
import { measureStitching } from './stitching';
import { createTemplate } from './template';

/** How much is projected, and how often. @internal */
export interface Projection {
  server: DatabaseServer;
  sizes: Sizes;
  rounds: number;
  stitchRounds: number;
  say: (line: string) => void;
}

/** What the bridge costs the catalog. @internal */
export async function measureProjection(
  projection: Projection,
): Promise<Result[]> {
  const { server, sizes, rounds, stitchRounds, say } = projection;
  const { systems, appointments } = sizes;
  say(
    `A catalog with the people of ${systems} systems and ${appointments} appointments …`,
  );
  const template = await createTemplate(server, sizes);
  say('Catalog projection, applyMutation …');
  const mutation = await measureMutation(template, rounds);
  say('Catalog projection, until everything is stitched …');
  const stitching = await measureStitching(template, stitchRounds, say);
  return [mutation, ...stitching];
}
