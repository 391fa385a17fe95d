import { z } from 'zod';
import {
  groupRefSchema,
  userParameterSchema,
  userRefSchema,
} from './entityRefs';
import { itemConditionSchema, itemKeySchema, itemRowSchema } from './item';
import { itemBoardSchema } from './itemBoard';
import { plainText, titleSchema } from './text';

/** How a meeting stands. @public */
export const MEETING_STATES = [
  'planned',
  'open',
  'closed',
  'cancelled',
] as const;

/**
 * Whether a member takes part; `represented`: by the deputy who votes for the
 * member, who is away.
 *
 * @public
 */
export const PRESENCES = [
  'present',
  'represented',
  'excused',
  'absent',
] as const;

const plan = {
  title: plainText(120),
  chair: userParameterSchema.describe('Who leads the meeting.'),
  place: plainText(120).optional(),
  startsAt: z.iso
    .datetime({ offset: true })
    .describe('When it is to begin, ISO 8601.'),
  minutes: z
    .number()
    .int()
    .min(15)
    .max(600)
    .default(90)
    .describe('How long it is to last.'),
  quorumPercent: z
    .number()
    .int()
    .min(1)
    .max(100)
    .default(60)
    .describe('The share of the members who have to take part, in per cent.'),
};

const repeat = z.strictObject({
  weeks: z.number().int().min(1).max(13),
  until: z.iso.date().describe('No meeting after this day.'),
});

/**
 * A review meeting as somebody plans it. With `repeat` the next one is planned
 * when one is over or called off.
 *
 * @public
 */
export const meetingInputSchema = z
  .strictObject({
    ...plan,
    group: groupRefSchema.describe('Whose members meet, and vote.'),
    repeat: repeat.optional(),
  })
  .meta({ id: 'MeetingInput' });

/** A change of a plan; `rev` is the one that was seen. @public */
export const meetingChangeSchema = z
  .strictObject({
    ...plan,
    moves: z
      .enum(['this', 'series'])
      .default('this')
      .describe(
        'What a new time is for: this meeting, or also the later ones of its series, which else keep to theirs.',
      ),
    repeat: repeat
      .nullable()
      .optional()
      .describe(
        'How the series goes on; null ends it with this meeting. As before where it is left out.',
      ),
    rev: z.number().int().min(0),
  })
  .meta({ id: 'MeetingChange' });

/** How a meeting is called off. @public */
export const meetingCancellationSchema = z
  .strictObject({
    series: z
      .enum(['goesOn', 'ends'])
      .default('goesOn')
      .describe(
        'Whether the next meeting of its series is planned, if it has one.',
      ),
  })
  .meta({ id: 'MeetingCancellation' });

const count = z.number().int();

const rowFields = {
  id: count,
  title: z.string(),
  group: z.object({ ref: groupRefSchema, title: titleSchema }),
  chair: userRefSchema,
  place: z.string().nullable(),
  startsAt: z.string(),
  seriesAt: z
    .string()
    .nullable()
    .describe(
      'The time that its series gave it, where it was moved or fell on a holiday; the next one is counted from it.',
    ),
  minutes: count,
  quorumPercent: count,
  repeat: z.object({ weeks: count, until: z.string() }).nullable(),
  state: z.enum(MEETING_STATES),
  rev: count,
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
};

/** A meeting in a list. @public */
export const meetingRowSchema = z.object(rowFields).meta({ id: 'MeetingRow' });

/** A meeting that deals with an item, has done so or will. @public */
export const itemMeetingSchema = z
  .object({
    id: rowFields.id,
    title: rowFields.title,
    startsAt: rowFields.startsAt,
    state: rowFields.state.exclude(['cancelled']),
  })
  .meta({ id: 'ItemMeeting' });

const presence = z.enum(PRESENCES);

/** A member of the board that meets. @public */
export const meetingMemberSchema = z
  .object({
    user: userRefSchema,
    presence: presence
      .nullable()
      .describe('Null before the meeting, where nobody has said so.'),
    deputy: userRefSchema
      .optional()
      .describe('Who votes for the member, who is represented.'),
  })
  .meta({ id: 'MeetingMember' });

const quorumSchema = z.object({
  expected: count.describe('How many members there are.'),
  present: count.describe('How many take part, those represented among them.'),
  needed: count.describe('How many have to take part.'),
});

const scoreFields = {
  benefit: count.describe('0 to 40.'),
  range: count.describe('0 to 20.'),
  feasibility: count.describe('0 to 20.'),
  urgency: count.describe('0 to 20.'),
};

/** What the agenda is ordered by: four parts, 100 points at most. @public */
export const agendaScoreSchema = z
  .object({ ...scoreFields, total: count })
  .meta({ id: 'AgendaScore' });

/**
 * What became of an item in a meeting. `decided`: a board closed; `moved`:
 * another way was taken, such as a deferral; `open`: neither.
 *
 * @public
 */
export const conclusionSchema = z
  .object({
    kind: z.enum(['decided', 'moved', 'open']),
    boards: z.array(
      z.object({
        board: z.string(),
        label: titleSchema,
        round: count,
        state: itemBoardSchema.shape.state,
        for: count,
        against: count,
        abstained: count,
        recused: itemBoardSchema.shape.recused,
        conditions: z.array(
          itemConditionSchema.pick({ text: true, owner: true, due: true }),
        ),
      }),
    ),
    state: titleSchema.describe('How the item stood then.'),
  })
  .meta({ id: 'Conclusion' });

/** An item that a meeting talks about. @public */
export const agendaEntrySchema = z
  .object({
    item: itemRowSchema,
    source: z
      .enum(['ready', 'added'])
      .describe('Whether a vote brought it here, or a person.'),
    minutes: count.describe('How long it is to take.'),
    presenter: userRefSchema.nullable(),
    note: z.string().nullable().describe('What was said.'),
    rev: count.describe('Of this entry; counts its changes.'),
    score: agendaScoreSchema.nullable(),
    boards: z.array(itemBoardSchema),
    conclusion: conclusionSchema.nullable(),
  })
  .meta({ id: 'AgendaEntry' });

/** The minutes of a meeting that is over. They never change. @public */
export const meetingMinutesSchema = z
  .object({
    recorder: userRefSchema,
    members: z.array(meetingMemberSchema),
    quorum: quorumSchema,
    entries: z.array(
      z.object({
        key: itemKeySchema,
        title: z.string(),
        presenter: userRefSchema.nullable(),
        note: z.string().nullable(),
        conclusion: conclusionSchema,
      }),
    ),
    hash: z.string().describe('SHA-256 over the minutes as they were frozen.'),
    markdown: z
      .object({ en: z.string(), zh: z.string() })
      .describe('The minutes as a text for documents.'),
  })
  .meta({ id: 'MeetingMinutes' });

/** A review meeting with its agenda, as far as one may see it. @public */
export const meetingSchema = z
  .object({
    ...rowFields,
    quorum: quorumSchema,
    members: z.array(meetingMemberSchema),
    agenda: z.array(agendaEntrySchema),
    waiting: z
      .array(itemRowSchema)
      .describe('Ready for a vote and not on the agenda.'),
    hidden: count.describe('Entries that the reader may not see.'),
    more: count.describe(
      'How many items are ready for a vote beyond those that a meeting can have before it.',
    ),
    may: z.object({
      manage: z.boolean().describe('Lead it: agenda, attendance, close.'),
      attend: z.boolean().describe('Say that one takes part.'),
    }),
    record: meetingMinutesSchema.nullable(),
  })
  .meta({ id: 'Meeting' });

/** One change of an agenda. @public */
export const agendaChangeSchema = z
  .discriminatedUnion('do', [
    z.strictObject({ do: z.literal('add'), item: itemKeySchema }),
    z.strictObject({ do: z.literal('remove'), item: itemKeySchema }),
    z.strictObject({
      do: z.literal('move'),
      item: itemKeySchema,
      to: z
        .number()
        .int()
        .min(0)
        .max(99)
        .describe('Its new place among those that are seen, from 0.'),
    }),
    z.strictObject({
      do: z.literal('set'),
      item: itemKeySchema,
      rev: z.number().int().min(0).describe('Of the entry that was seen.'),
      minutes: z.number().int().min(1).max(240).optional(),
      presenter: userParameterSchema.nullable().optional(),
      note: plainText(4000).nullable().optional(),
    }),
  ])
  .meta({ id: 'AgendaChange' });

/** Whether a member takes part, as somebody says it. @public */
export const attendanceInputSchema = z
  .strictObject({
    user: userParameterSchema
      .optional()
      .describe('The member; the caller where it is left out.'),
    presence,
    deputy: userParameterSchema
      .optional()
      .describe('Who votes for a member who is represented.'),
  })
  .meta({ id: 'AttendanceInput' });

/** A review meeting as somebody plans it. @public */
export type MeetingInput = z.infer<typeof meetingInputSchema>;

/** A change of a plan. @public */
export type MeetingChange = z.infer<typeof meetingChangeSchema>;

/** How a meeting is called off. @public */
export type MeetingCancellation = z.infer<typeof meetingCancellationSchema>;

/** A meeting that deals with an item, has done so or will. @public */
export type ItemMeeting = z.infer<typeof itemMeetingSchema>;

/** A meeting in a list. @public */
export type MeetingRow = z.infer<typeof meetingRowSchema>;

/** A review meeting with its agenda. @public */
export type Meeting = z.infer<typeof meetingSchema>;

/** A member of the board that meets. @public */
export type MeetingMember = z.infer<typeof meetingMemberSchema>;

/** An item that a meeting talks about. @public */
export type AgendaEntry = z.infer<typeof agendaEntrySchema>;

/** What the agenda is ordered by. @public */
export type AgendaScore = z.infer<typeof agendaScoreSchema>;

/** One change of an agenda. @public */
export type AgendaChange = z.infer<typeof agendaChangeSchema>;

/** Whether a member takes part, as somebody says it. @public */
export type AttendanceInput = z.infer<typeof attendanceInputSchema>;

/** What became of an item in a meeting. @public */
export type Conclusion = z.infer<typeof conclusionSchema>;

/** The minutes of a meeting that is over. @public */
export type MeetingMinutes = z.infer<typeof meetingMinutesSchema>;
