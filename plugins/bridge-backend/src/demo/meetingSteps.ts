import {
  itemKeySchema,
  meetingInputSchema,
  parseInput,
  PRESENCES,
  userParameterSchema,
} from '@techbridge/plugin-bridge-common';
import { promises as fs } from 'fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { recordedAt } from './historySteps';

const when = { at: z.string(), by: userParameterSchema };

const stepSchema = z.discriminatedUnion('do', [
  z.strictObject({ ...when, do: z.enum(['plan', 'open', 'close']) }),
  z.strictObject({
    ...when,
    do: z.literal('attend'),
    presence: z.enum(PRESENCES),
  }),
  z.strictObject({
    ...when,
    do: z.literal('discuss'),
    item: itemKeySchema,
    presenter: userParameterSchema.optional(),
    minutes: z.number().optional(),
    note: z.string().optional(),
  }),
]);

const fileSchema = z.array(
  z.strictObject({ meeting: meetingInputSchema, steps: z.array(stepSchema) }),
);

/** Something that happened in a review meeting. @internal */
export type MeetingStep = z.infer<typeof stepSchema> & {
  /** The same object in all steps of one meeting. */
  meeting: z.infer<typeof meetingInputSchema>;
  /** When, as ISO 8601 in UTC. */
  now: string;
};

/**
 * Reads which review meetings were planned and held; none where there is no
 * such file.
 *
 * @throws BridgeError that names the field which cannot be read
 * @internal
 */
export async function meetingSteps(
  file: string,
  timeZone: string,
): Promise<MeetingStep[]> {
  const text = await fs.readFile(file, 'utf8').catch(() => '[]');
  return parseInput(fileSchema, parse(text)).flatMap(({ meeting, steps }) =>
    steps.map(step => ({
      ...{ ...step, meeting },
      now: recordedAt(step.at, timeZone),
    })),
  );
}
