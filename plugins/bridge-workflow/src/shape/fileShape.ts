import { z } from 'zod';
import { HOURS, WEEKDAYS, WORKDAYS } from '../workCalendar';
import { board, boardOutcome, combine } from './boardShape';
import { data } from './dataShape';
import {
  cel,
  dataPath,
  duration,
  effects,
  eventName,
  groupRef,
  guarded,
  id,
  kept,
  label,
  oneOrMore,
  passing,
  target,
  text,
  workflowId,
} from './words';

/*
 * The words of a definition file, all of them. Whatever may be left out gets
 * its value here.
 */

const way = z.strictObject({ ...guarded, to: target.optional() });

const branch = z.strictObject({ ...guarded, to: z.union([id, kept]) });

const outcome = z.strictObject({ ...passing, to: id });

const comment = z.union([
  z.enum(['none', 'optional', 'required']),
  z.strictObject({ minLength: z.int().min(1).max(500) }),
]);

const actionWords = {
  ...guarded,
  to: target.optional(),
  label,
  by: oneOrMore,
  form: id.optional(),
  comment: comment.default('optional'),
  within: duration.optional(),
};

type Comment = z.output<typeof comment>;

function withComment<T extends { comment: Comment }>(action: T) {
  const { comment: rule, ...rest } = action;
  return typeof rule === 'string'
    ? { ...rest, comment: rule }
    : { ...rest, comment: 'required' as const, commentLength: rule.minLength };
}

const action = z
  .strictObject({
    ...actionWords,
    to: z.union([target, kept]).optional(),
    keep: z.literal(true).optional(),
  })
  .transform(withComment);

const globalAction = z
  .strictObject({ ...actionWords, except: z.array(id).default([]) })
  .transform(withComment);

const timer = z.strictObject({
  id,
  after: duration,
  from: dataPath.optional(),
  calendar: z.literal('business').optional(),
  when: cel.optional(),
  repeat: z
    .strictObject({ every: duration, times: z.int().min(1).max(1000) })
    .optional(),
  fire: way.optional(),
  do: effects,
});

const eventRule = z.strictObject({
  ...guarded,
  to: target.optional(),
  do: effects,
});

const stateWords = {
  phase: id.optional(),
  label,
  milestone: id.optional(),
  onEnter: effects,
};

const waitingWords = {
  ...stateWords,
  timers: z.array(timer).max(20).default([]),
  events: z.record(eventName, eventRule).default({}),
  actions: z.record(id, action).default({}),
};

const task = z.strictObject({
  type: z.literal('task'),
  ...waitingWords,
  assign: id,
  checklist: z
    .string()
    .regex(/^approval\.[a-zA-Z][-a-zA-Z0-9_]*\.conditions$/, {
      message: 'approval.board.conditions',
    })
    .transform(path => path.split('.')[1])
    .optional(),
});

const wait = z.strictObject({ type: z.literal('wait'), ...waitingWords });

const end = z.strictObject({
  type: z.literal('end'),
  ...waitingWords,
  outcome: id,
});

const choice = z.strictObject({
  type: z.literal('choice'),
  ...stateWords,
  choose: z.array(branch).min(1).max(50),
});

const approval = z.strictObject({
  type: z.literal('approval'),
  ...waitingWords,
  approval: z.strictObject({
    combine: combine.default('all'),
    cancelOthersOn: z.array(boardOutcome).optional(),
    escalateTo: id.optional(),
    materialFields: z.array(id).optional(),
    carryOver: z.literal('approve').optional(),
    boards: z.record(id, board),
  }),
  outcomes: z.partialRecord(boardOutcome, outcome),
});

const state = z.discriminatedUnion('type', [task, approval, choice, wait, end]);

const roleSource = z.union([
  z.literal('creator'),
  z.strictObject({ group: groupRef }),
  z.strictObject({ field: dataPath }),
  z.strictObject({ ownerOf: dataPath }),
  z.strictObject({
    superUserOf: dataPath,
    role: z.enum(['lead', 'backup']).optional(),
    module: dataPath.optional(),
    stage: z.literal('expert').optional(),
  }),
  z.strictObject({
    custom: id,
    with: z.record(z.string(), z.json()).default({}),
  }),
]);

const role = z.strictObject({
  label: label.optional(),
  from: roleSource,
  except: z.array(id).default([]),
  fallback: id.optional(),
  min: z.int().min(0).max(500).optional(),
});

const labels = z.record(id, label).default({});

const options = z.record(id, z.record(z.string(), label));

const form = z.strictObject({
  fields: z.array(id).min(1),
  required: z.array(id).default([]),
  ui: z.record(z.string(), z.json()).default({}),
  labels,
  help: labels,
  options: options.default({}),
});

const scenarioStep = z.union([
  z.string().min(1).max(200),
  z.strictObject({
    do: z.string().min(1).max(200),
    set: z.record(z.string(), z.json()).optional(),
    by: z.string().optional(),
    comment: z.string().optional(),
  }),
]);

/** A name that is given once stands in both languages. */
function both(name: string) {
  return { en: name, zh: name };
}

const scenario = z.strictObject({
  name: z.union([text.transform(both), label]),
  data: z.record(z.string(), z.json()).default({}),
  steps: z.array(scenarioStep).max(200),
  expect: z.strictObject({
    state: id,
    outcome: id.optional(),
    effects: z.array(z.string()).optional(),
    milestones: z.array(z.string()).optional(),
  }),
});

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { message: '08:30' });

const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: '20:00' });

const weekdays = z.array(z.enum(WEEKDAYS)).min(1).max(7);

const shift = z.strictObject({ days: weekdays, from: timeOfDay, to: time });

const calendar = z
  .strictObject({
    timezone: z.string().max(60).optional(),
    workdays: weekdays.optional(),
    hours: z.strictObject({ from: time, to: time }).optional(),
    shifts: z.array(shift).min(1).max(21).optional(),
    holidays: z.string().min(1).max(60).optional(),
  })
  .transform(written =>
    // Beside shifts, the linter refuses the short form.
    written.shifts ? written : { workdays: WORKDAYS, hours: HOURS, ...written },
  );

const versions = z
  .union([z.int(), z.string()])
  .transform(String)
  .pipe(
    z
      .string()
      .regex(/^[1-9]\d{0,5}(-[1-9]\d{0,5})?$/, { message: '1-3' })
      .transform(range => range.split('-').map(Number))
      .refine(([first, last = first]) => first <= last, {
        params: { example: '1-3' },
      })
      .transform(([first, last = first]) => ({ first, last })),
  );

const migration = z.strictObject({
  from: versions,
  states: z.record(id, id).default({}),
  data: z.record(id, cel).default({}),
  ballots: z.enum(['finishOnOld', 'dismiss', 'keep']).default('finishOnOld'),
  timers: z.enum(['keep', 'restart']).default('keep'),
});

const subject = z.strictObject({
  kind: id,
  keyPrefix: z.string().regex(/^[A-Z]{1,6}$/, { message: 'FB' }),
  keyFormat: z
    .string()
    .regex(/^\{prefix\}-(\{yyyy\}-)?\{n:[1-9]\}$/, {
      message: '{prefix}-{yyyy}-{n:3}',
    })
    .default('{prefix}-{n:4}'),
  credits: z.record(id, id).default({}),
});

const spec = z.strictObject({
  subject,
  visibility: z
    .enum(['everyone', 'reporterChooses', 'roles'])
    .default('everyone'),
  calendar: calendar.optional(),
  phases: z.array(z.strictObject({ id, label })).default([]),
  roles: z.record(id, role),
  data,
  labels,
  options: options.optional(),
  forms: z.record(id, form).default({}),
  start: z
    .strictObject({
      form: id.optional(),
      milestone: id.optional(),
      set: passing.set,
    })
    .default({ set: {} }),
  initial: id,
  states: z.record(id, state),
  global: z.record(id, globalAction).default({}),
  migrations: z.array(migration).max(50).default([]),
  scenarios: z.array(scenario).max(100).default([]),
});

/**
 * The shape of a definition file. Parsing fills in what was left out.
 *
 * @internal
 */
export const fileShape = z.strictObject({
  apiVersion: z.literal('workflow/v1alpha1'),
  kind: z.literal('WorkflowDefinition'),
  metadata: z.strictObject({
    id: workflowId,
    owner: z.string().min(1).max(200).optional(),
    title: label,
  }),
  spec,
});

/** A definition file whose shape is in order. @internal */
export type DefinitionFile = z.output<typeof fileShape>;
