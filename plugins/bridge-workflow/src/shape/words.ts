import { Duration } from 'luxon';
import { z } from 'zod';

const notInherited = (name: string) => !(name in {});

/** The name of something in a file. @internal */
export const id = z
  .string()
  .regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/, { message: 'waitingForPrice' })
  .refine(notInherited, { message: 'waitingForPrice' });

/** The name of a workflow. @internal */
export const workflowId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,59}$/, { message: 'risk-report' });

/** The name of an event. @internal */
export const eventName = z
  .string()
  .regex(/^[a-z][-a-zA-Z0-9]*(\.[a-z][-a-zA-Z0-9]*){0,3}$/, {
    message: 'linked.requirement.released',
  })
  .refine(notInherited, { message: 'linked.requirement.released' });

/** A field of the data. @internal */
export const dataPath = z
  .string()
  .regex(/^data\.[a-zA-Z][a-zA-Z0-9]*$/, { message: 'data.system' });

/** A group of the catalog. @internal */
export const groupRef = z
  .string()
  .regex(/^group:[-a-z0-9_.]+\/[-a-z0-9_.]+$/i, {
    message: 'group:default/it-review-board',
  });

/** The longest time that is counted: 100 years, in days of 24 hours. */
const LONGEST_MS = Duration.fromISO('P100Y').toMillis();

/** How long; more than nothing. @internal */
export const duration = z
  .string()
  .max(40)
  .refine(isDuration, {
    params: { example: 'P3D, PT8H' },
    abort: true,
  })
  .refine(isCountable, { params: { rule: 'duration-long' } })
  .describe('An ISO 8601 duration, such as P3D or PT8H; P100Y at most.');

/** Whether a text is an ISO 8601 duration, more than nothing. @internal */
export function isDuration(text: string): boolean {
  const parsed = Duration.fromISO(text);
  return parsed.isValid && parsed.toMillis() > 0;
}

/** Whether a text is an ISO 8601 duration of at most 100 years. @internal */
export function isCountable(text: string): boolean {
  return Duration.fromISO(text).toMillis() <= LONGEST_MS;
}

/** A text for people. @internal */
export const text = z.string().trim().min(1).max(500);

/** A text in both languages. @internal */
export const label = z.strictObject({ en: text, zh: text });

/** A condition. @internal */
export const cel = z.string().min(1).max(1000);

/** A list, or one name that stands for a list of one. @internal */
export const oneOrMore = z
  .union([id, z.array(id).min(1)])
  .transform(roles => (Array.isArray(roles) ? roles : [roles]));

const effect = z.strictObject({
  use: id,
  with: z.record(z.string(), z.json()).default({}),
  saveTo: dataPath.optional(),
  onDone: z.strictObject({ event: eventName }).optional(),
  onFail: z
    .strictObject({
      retry: z.int().min(0).max(20).optional(),
      event: eventName.optional(),
      then: z.literal('notifyOwner').optional(),
    })
    .optional(),
});

/** Effects in their order. @internal */
export const effects = z.array(effect).max(20).default([]);

/** What every way may do. @internal */
export const passing = {
  effects,
  set: z.record(id, z.enum(['actor', 'now', 'next'])).default({}),
  max: z.int().min(1).max(1000).optional(),
  milestone: id.optional(),
};

/** Where a way may lead. @internal */
export const target = z.union([id, z.literal('$previous')]);

/** Where an item goes back to that was kept. @internal */
export const kept = z.literal('$kept');

/** A way that may have a condition. @internal */
export const guarded = {
  ...passing,
  when: cel.optional(),
  whenMessage: label.optional(),
};
