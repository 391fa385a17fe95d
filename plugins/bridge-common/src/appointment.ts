import { z } from 'zod';
import { groupRefSchema, userRefSchema } from './entityRefs';
import { plainText } from './text';

/** Roles of a super user in a system; `lead` is A角, `backup` is B角. @public */
export const SUPER_USER_ROLES = ['lead', 'backup', 'member'] as const;

/** Shifts of the plant; `all` answers at any time. @public */
export const SHIFTS = ['day', 'middle', 'night', 'all'] as const;

/** Training stages of a super user. @public */
export const STAGES = ['basic', 'advanced', 'expert'] as const;

const dateSchema = z.iso.date();

/** An id of a module, unique within its system. @public */
export const moduleIdSchema = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, { message: 'work-order' });

const terms = {
  role: z.enum(SUPER_USER_ROLES),
  department: groupRefSchema,
  shift: z.enum(SHIFTS).default('all'),
  modules: z.array(moduleIdSchema).max(50).default([]),
  stage: z.enum(STAGES).default('basic'),
  from: dateSchema,
  until: dateSchema,
};

/**
 * What an appointment says. The term includes both dates.
 *
 * @public
 */
export const appointmentInputSchema = z
  .strictObject(terms)
  .refine(({ from, until }) => from <= until, {
    path: ['until'],
    params: { code: 'ends-before-it-begins' },
  })
  .refine(({ modules }) => new Set(modules).size === modules.length, {
    path: ['modules'],
    params: { code: 'repeated' },
  })
  .meta({ id: 'AppointmentInput' });

/** What an appointment says, checked. @public */
export type AppointmentInput = z.infer<typeof appointmentInputSchema>;

/** A super user of one system, as readers see it. @public */
export const superUserSchema = z
  .object({ user: userRefSchema, name: plainText(200), ...terms })
  .meta({ id: 'SuperUser' });

/** A super user of one system. @public */
export type SuperUser = z.infer<typeof superUserSchema>;

/** A role of a super user in a system. @public */
export type SuperUserRole = (typeof SUPER_USER_ROLES)[number];

/** A shift of the plant. @public */
export type Shift = (typeof SHIFTS)[number];
