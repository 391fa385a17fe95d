import { z } from 'zod';
import { endpoint, noBody } from './endpoint';
import { userParameterSchema, userRefSchema } from './entityRefs';
import { itemKeySchema } from './item';
import { pageOf, pageQuery } from './paging';
import { plainText } from './text';

const terms = {
  delegate: userParameterSchema.describe('Who votes meanwhile.'),
  from: z.iso.date().describe('The first day of absence.'),
  until: z.iso.date().describe('The last day of absence.'),
  item: itemKeySchema
    .optional()
    .describe('The only item for which it holds; all where it is left out.'),
  note: plainText(200).optional(),
};

/**
 * An absence as somebody enters it. Both days belong to it.
 *
 * @public
 */
export const delegationInputSchema = z
  .strictObject({
    person: userParameterSchema
      .optional()
      .describe('Who is away; the caller where it is left out.'),
    ...terms,
  })
  .refine(({ from, until }) => from <= until, {
    path: ['until'],
    params: { code: 'absence-ends-before' },
  })
  .meta({ id: 'DelegationInput' });

/** Who is away, and who votes meanwhile. @public */
export const delegationSchema = z
  .object({
    id: z.number().int(),
    person: userRefSchema,
    ...terms,
    delegate: userRefSchema,
    setBy: z.string().describe('A person, or the service that entered it.'),
    setAt: z.string(),
    mayEnd: z.boolean().describe('Whether the caller may end it.'),
  })
  .meta({ id: 'Delegation' });

const path = z.strictObject({
  id: z.coerce.number().int().min(1).max(2_147_483_647),
});

/** The endpoints of absences. @internal */
export const delegationEndpoints = {
  listDelegations: endpoint({
    method: 'get',
    path: '/delegations',
    summary: 'Who is away now or later, and who votes meanwhile',
    query: z.strictObject({
      ...pageQuery,
      person: userParameterSchema
        .optional()
        .describe('Only absences of this person, or in which they stand in.'),
    }),
    answer: pageOf(delegationSchema),
  }),
  addDelegation: endpoint({
    method: 'post',
    path: '/delegations',
    summary:
      'Enter an absence and who votes meanwhile: one’s own; of others for administrators and calendars',
    body: delegationInputSchema,
    answer: delegationSchema,
    status: 201,
    problems: [409],
  }),
  endDelegation: endpoint({
    method: 'delete',
    path: '/delegations/:id',
    summary: 'End an absence at once, or take it back before it begins',
    params: path,
    answer: noBody,
    status: 204,
    problems: [404],
  }),
};

/** An absence as somebody enters it, checked. @public */
export type DelegationInput = z.infer<typeof delegationInputSchema>;

/** Who is away, and who votes meanwhile. @public */
export type Delegation = z.infer<typeof delegationSchema>;
