import { z } from 'zod';
import { endpoint, noBody } from './endpoint';
import { definitionIdSchema, systemFilterSchema } from './item';
import { ITEM_ORDERS } from './itemOrders';
import { pageOf } from './paging';
import { plainText } from './text';

/** How many filters one person may save. @public */
export const MAXIMUM_FILTERS = 50;

const yes = z.literal('true').optional();

/** What the address of a list of items says. @public */
export const itemAddressSchema = z
  .strictObject({
    q: plainText(200).optional(),
    ...{ open: yes, mine: yes, assigned: yes, overdue: yes },
    workflow: definitionIdSchema.optional(),
    state: definitionIdSchema.optional(),
    phase: definitionIdSchema.optional(),
    system: systemFilterSchema.optional(),
    since: z.iso.date().optional(),
    order: z.enum(ITEM_ORDERS).optional(),
    view: z.literal('board').optional().describe('As a board by state.'),
  })
  .meta({ id: 'ItemAddress' });

/** A filter as somebody saves it. @public */
export const savedFilterInputSchema = z
  .strictObject({
    name: plainText(60).describe('Each name once a person.'),
    address: itemAddressSchema,
  })
  .meta({ id: 'SavedFilterInput' });

/** A filter that the caller has saved. @public */
export const savedFilterSchema = z
  .object({
    id: z.number().int(),
    name: z.string(),
    address: itemAddressSchema,
  })
  .meta({ id: 'SavedFilter' });

const path = z.strictObject({
  id: z.coerce.number().int().min(1).max(2_147_483_647),
});

/** The endpoints of saved filters. @internal */
export const savedFilterEndpoints = {
  listFilters: endpoint({
    method: 'get',
    path: '/filters',
    summary: 'The filters that the caller has saved, by name',
    answer: pageOf(savedFilterSchema),
  }),
  saveFilter: endpoint({
    method: 'post',
    path: '/filters',
    summary: 'Save a filter for oneself under a new name',
    body: savedFilterInputSchema,
    answer: savedFilterSchema,
    status: 201,
    problems: [409],
  }),
  deleteFilter: endpoint({
    method: 'delete',
    path: '/filters/:id',
    summary: 'Delete a filter of one’s own',
    params: path,
    answer: noBody,
    status: 204,
    problems: [404],
  }),
};

/** What the address of a list of items says, checked. @public */
export type ItemAddress = z.infer<typeof itemAddressSchema>;

/** A filter as somebody saves it, checked. @public */
export type SavedFilterInput = z.infer<typeof savedFilterInputSchema>;

/** A filter that the caller has saved. @public */
export type SavedFilter = z.infer<typeof savedFilterSchema>;
