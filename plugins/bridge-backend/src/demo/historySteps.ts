import {
  BALLOT_CHOICES,
  ballotConditionSchema,
  definitionIdSchema,
  itemDataSchema,
  itemKeySchema,
  LINK_TYPES,
  parseInput,
  userParameterSchema,
} from '@techbridge/plugin-bridge-common';
import { promises as fs } from 'fs';
import { DateTime } from 'luxon';
import { join } from 'path';
import { parse } from 'yaml';
import { z } from 'zod';

const stepSchema = z.strictObject({
  at: z.string(),
  by: userParameterSchema,
  do: definitionIdSchema,
  data: itemDataSchema.optional(),
  comment: z.string().optional(),
  board: definitionIdSchema.optional(),
  choice: z.enum(BALLOT_CHOICES).optional(),
  reason: z.string().optional(),
  conditions: z.array(ballotConditionSchema).optional(),
  condition: definitionIdSchema.optional(),
  type: z.enum(LINK_TYPES).optional(),
  key: itemKeySchema.optional(),
  creates: itemKeySchema.optional(),
});

const itemSchema = z.strictObject({
  key: itemKeySchema,
  workflow: definitionIdSchema,
  steps: z.array(stepSchema),
});

/** Something that happened to an item. @internal */
export interface HistoryStep extends z.infer<typeof stepSchema> {
  item: string;
  workflow: string;
  /** When, as ISO 8601 in UTC. */
  now: string;
}

/**
 * Reads what happened, in the order in which it did.
 *
 * @throws BridgeError that names the field which cannot be read
 * @internal
 */
export async function historySteps(
  folder: string,
  timeZone: string,
): Promise<HistoryStep[]> {
  const names = await fs.readdir(folder).catch(() => []);
  const steps: HistoryStep[] = [];
  for (const name of names.sort().filter(file => /\.ya?ml$/.test(file))) {
    const text = await fs.readFile(join(folder, name), 'utf8');
    for (const item of parseInput(z.array(itemSchema), parse(text))) {
      const { key, workflow } = item;
      steps.push(
        ...item.steps.map(step => ({
          ...step,
          item: key,
          workflow,
          now: recordedAt(step.at, timeZone),
        })),
      );
    }
  }
  return inOrder(steps);
}

/** Steps by their time; those of the same moment stay as they are. @internal */
export function inOrder<T extends { now: string }>(steps: T[]): T[] {
  return steps.sort((a, b) => (a.now < b.now ? -1 : Number(a.now > b.now)));
}

/** A time of the factory as ISO 8601 in UTC. @internal */
export function recordedAt(local: string, zone: string): string {
  return new Date(DateTime.fromISO(local, { zone }).toMillis()).toISOString();
}
