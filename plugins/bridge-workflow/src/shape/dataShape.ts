import { z } from 'zod';
import { FORMATS } from '../formats';
import { id, label, workflowId } from './words';

const FIELD_TYPES = [
  'string',
  'number',
  'integer',
  'boolean',
  'array',
  'object',
] as const;

const size = z.int().min(0).max(1_000_000).optional();

/** JSON Schema without patterns, references and combinations. */
const inner = z.strictObject({
  type: z.enum(FIELD_TYPES),
  title: z.string().optional(),
  description: z.string().optional(),
  format: z.enum(Object.keys(FORMATS)).optional(),
  /** Of an `item-key`: the workflow of the item, and whether it must be open. */
  workflow: workflowId.optional(),
  open: z.boolean().optional(),
  enum: z
    .array(z.union([z.string(), z.number()]))
    .min(1)
    .optional(),
  default: z.json().optional(),
  minLength: size,
  maxLength: size,
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  exclusiveMaximum: z.number().optional(),
  multipleOf: z.number().positive().optional(),
  minItems: size,
  maxItems: size,
  uniqueItems: z.boolean().optional(),
  get items() {
    return inner.optional();
  },
  get properties() {
    return z.record(id, inner).optional();
  },
  required: z.array(id).optional(),
});

/** A part of the entries of a list: a column of its rows. */
const part = z.strictObject({
  ...inner.shape,
  label: label.optional(),
  /** What the engine writes into it when an entry is new or was changed. */
  set: z.enum(['actor', 'now']).optional(),
});

const entry = z.strictObject({
  ...inner.shape,
  properties: z.record(id, part).optional(),
});

const field = z.strictObject({ ...inner.shape, items: entry.optional() });

/** The data of an item. @internal */
export const data = z.strictObject({
  type: z.literal('object'),
  properties: z.record(id, field),
});
