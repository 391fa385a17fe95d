import { z } from 'zod';
import { FORMATS } from '../formats';
import { id, workflowId } from './words';

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
const field = z.strictObject({
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
    return field.optional();
  },
  get properties() {
    return z.record(id, field).optional();
  },
  required: z.array(id).optional(),
});

/** The data of an item. @internal */
export const data = z.strictObject({
  type: z.literal('object'),
  properties: z.record(id, field),
});
