import { z } from 'zod';
import { appointmentInputSchema, SHIFTS, superUserSchema } from './appointment';
import { endpoint, noBody } from './endpoint';
import {
  groupRefSchema,
  systemNameSchema,
  userParameterSchema,
} from './entityRefs';
import { pageOf, pageQuery } from './paging';
import { catalogProjectionSchema } from './projection';
import {
  CRITICALITIES,
  createSystemSchema,
  LIFECYCLES,
  systemSchema,
  updateSystemSchema,
} from './system';
import { isPlainText, plainText, titleSchema } from './text';

const systemPath = z.strictObject({ name: systemNameSchema });
const superUserPath = z.strictObject({
  name: systemNameSchema,
  user: userParameterSchema,
});

const listSystemsQuery = z.strictObject({
  ...pageQuery,
  q: plainText(200).optional(),
  order: z
    .enum(['criticality', 'name', '-name'])
    .default('criticality')
    .describe('Order of the rows.'),
  superUser: userParameterSchema
    .optional()
    .describe('Only systems that this person answers for today.'),
  it: groupRefSchema.optional().describe('Only systems of this IT group.'),
  vacant: z
    .enum(['lead', 'backup'])
    .optional()
    .describe('Only systems without a lead (or backup) today.'),
  criticality: z.enum(CRITICALITIES).optional(),
  lifecycle: z.enum(LIFECYCLES).optional(),
  names: z
    .string()
    .max(5300)
    .refine(isPlainText, { params: { code: 'not-plain-text' } })
    .transform(list => list.toLocaleLowerCase('en-US').split(','))
    .optional()
    .describe('Only the systems of these names, separated by commas.'),
});

const helpersQuery = z.strictObject({
  module: plainText(40).optional(),
  shift: z.enum(SHIFTS).optional(),
  at: z
    .union([z.literal('now'), z.iso.datetime({ offset: true })])
    .optional()
    .describe(
      'Whom to ask at this moment, first choice first. Without it: all.',
    ),
});

const departmentSchema = z
  .object({ ref: groupRefSchema, title: titleSchema })
  .meta({ id: 'Department' });

/** The endpoints of systems, super users and the clock. @internal */
export const systemEndpoints = {
  listSystems: endpoint({
    method: 'get',
    path: '/systems',
    summary: 'Find enterprise systems and the people who answer for them',
    query: listSystemsQuery,
    answer: pageOf(systemSchema),
  }),
  createSystem: endpoint({
    method: 'post',
    path: '/systems',
    summary: 'Register an enterprise system; send an Idempotency-Key',
    body: createSystemSchema,
    answer: systemSchema,
    status: 201,
    problems: [409, 422],
  }),
  getSystem: endpoint({
    method: 'get',
    path: '/systems/:name',
    summary: 'One system with both its owners',
    params: systemPath,
    answer: systemSchema,
    problems: [404],
  }),
  updateSystem: endpoint({
    method: 'put',
    path: '/systems/:name',
    summary:
      'Change a registered system; send the ETag as If-Match so that nobody else’s change is lost',
    params: systemPath,
    body: updateSystemSchema,
    answer: systemSchema,
    problems: [404, 409],
  }),
  deleteSystem: endpoint({
    method: 'delete',
    path: '/systems/:name',
    summary: 'Take a registered system out of the register',
    params: systemPath,
    answer: noBody,
    status: 204,
    problems: [404, 409],
  }),
  listSuperUsers: endpoint({
    method: 'get',
    path: '/systems/:name/super-users',
    summary: 'The super users of a system, or whom to ask at a moment',
    params: systemPath,
    query: helpersQuery,
    answer: pageOf(superUserSchema),
    problems: [404],
  }),
  appointSuperUser: endpoint({
    method: 'put',
    path: '/systems/:name/super-users/:user',
    summary: 'Appoint a super user, or change the appointment',
    params: superUserPath,
    body: appointmentInputSchema,
    answer: systemSchema,
    problems: [404, 409],
  }),
  endAppointment: endpoint({
    method: 'delete',
    path: '/systems/:name/super-users/:user',
    summary: 'End an appointment',
    params: superUserPath,
    answer: systemSchema,
    problems: [404],
  }),
  listDepartments: endpoint({
    method: 'get',
    path: '/departments',
    summary: 'The departments and groups that own or serve systems',
    query: z.strictObject({ ...pageQuery, q: plainText(200).optional() }),
    answer: pageOf(departmentSchema),
  }),
  getClock: endpoint({
    method: 'get',
    path: '/clock',
    summary: 'The date and time that rules count with',
    answer: z.object({
      now: z.iso.datetime({ offset: true }),
      timeZone: z.string(),
      demo: z.boolean(),
    }),
  }),
  catalogProjection: endpoint({
    method: 'get',
    path: '/catalog-projection',
    summary: 'What the catalog shows of the bridge (service principals only)',
    query: z.strictObject({ since: z.string().max(40).optional() }),
    answer: catalogProjectionSchema,
  }),
};
