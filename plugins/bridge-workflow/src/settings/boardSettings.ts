import { Board, Label, WorkflowDefinition } from '../definition';
import { boardsIn, PlacedBoard } from '../lint/traverse';
import { Setting } from './Setting';
import { CALENDARS, PASS_RULES, SETTING_TEXTS } from './settingTexts';

type Common = Pick<Setting, 'section' | 'of'>;

const LARGEST_BOARD = 500;
const MOST_EXTENSIONS = 20;
const MOST_REMINDERS = 5;
const HALF = 50;

/** How the boards of a workflow decide, and by when. @internal */
export function boardSettings(definition: WorkflowDefinition): Setting[] {
  return boardsIn(definition).flatMap(placed => {
    const at = (path: string) => `${placed.path.join('.')}.${path}`;
    const common: Common = {
      section: 'boards',
      of: namesOf(definition, placed),
    };
    return [
      ...quorumSettings(placed, common, at),
      ...passSettings(placed, common, at),
      ...deadlineSettings(definition, placed, common, at),
    ];
  });
}

/** A state and its board, said once where both are called alike. @internal */
export function namesOf(
  { states }: WorkflowDefinition,
  { stateId, board }: PlacedBoard,
): Label[] {
  const state = states[stateId];
  const only =
    state.type === 'approval' && Object.keys(state.approval.boards).length < 2;
  return only ? [state.label] : [state.label, board.label];
}

type At = (path: string) => string;

function quorumSettings(
  { board: { quorum } }: PlacedBoard,
  common: Common,
  at: At,
): Setting[] {
  return [
    {
      ...common,
      path: at('quorum.min'),
      label: SETTING_TEXTS.quorum,
      kind: 'number',
      value: quorum.min,
      ...{ minimum: 1, maximum: LARGEST_BOARD },
    },
    {
      ...common,
      path: at('quorum.percent'),
      label: SETTING_TEXTS.quorumPercent,
      kind: 'percent',
      value: quorum.percent ?? 0,
      ...{ minimum: 0, maximum: 100 },
    },
  ];
}

function passSettings(
  { board: { pass, veto } }: PlacedBoard,
  common: Common,
  at: At,
): Setting[] {
  return [
    {
      ...common,
      path: at('pass.rule'),
      label: SETTING_TEXTS.rule,
      kind: 'choice',
      value: pass.rule,
      options: PASS_RULES,
    },
    {
      ...common,
      path: at('pass.threshold'),
      label: SETTING_TEXTS.threshold,
      kind: 'percent',
      value: percentOf(pass.threshold ?? HALF / 100),
      ...{ minimum: 1, maximum: 100 },
    },
    ...(veto?.override
      ? [
          {
            ...common,
            path: at('veto.override.threshold'),
            label: SETTING_TEXTS.override,
            kind: 'percent' as const,
            value: percentOf(veto.override.threshold),
            ...{ minimum: HALF + 1, maximum: 100 },
          },
        ]
      : []),
  ];
}

function percentOf(share: number): number {
  return Math.round(share * 1000) / 10;
}

function deadlineSettings(
  { calendar }: WorkflowDefinition,
  { board: { deadline, remind = [] } }: PlacedBoard,
  common: Common,
  at: At,
): Setting[] {
  const reminders = reminderSettings(remind, common, at);
  if (!deadline) {
    return reminders;
  }
  const time: Setting = {
    ...common,
    path: at('deadline.after'),
    label: SETTING_TEXTS.deadline,
    kind: 'duration',
    value: deadline.after,
  };
  const days: Setting = {
    ...common,
    path: at('deadline.calendar'),
    label: SETTING_TEXTS.deadlineCalendar,
    kind: 'choice',
    value: deadline.calendar ?? 'all',
    options: CALENDARS,
  };
  return [
    time,
    ...(calendar ? [days] : []),
    ...extensionSettings(deadline, common, at),
    ...reminders,
  ];
}

/** Those that there are, and one more as long as there may be one. */
function reminderSettings(remind: string[], common: Common, at: At): Setting[] {
  const values = remind.length < MOST_REMINDERS ? [...remind, ''] : remind;
  return values.map(
    (value, place): Setting => ({
      ...common,
      path: at(`remind.${place}`),
      label: numbered(SETTING_TEXTS.remind, place + 1),
      kind: 'duration',
      value: value || null,
      optional: true,
    }),
  );
}

/** None is one of no times; how long each is may be left out. */
function extensionSettings(
  { extend }: NonNullable<Board['deadline']>,
  common: Common,
  at: At,
): Setting[] {
  return [
    {
      ...common,
      path: at('deadline.extend.times'),
      label: SETTING_TEXTS.extendTimes,
      kind: 'number',
      value: extend?.times ?? 0,
      ...{ minimum: 0, maximum: MOST_EXTENSIONS },
    },
    {
      ...common,
      path: at('deadline.extend.by'),
      label: SETTING_TEXTS.extendBy,
      kind: 'duration',
      value: extend?.by ?? null,
      optional: true,
    },
  ];
}

function numbered({ en, zh }: Label, number: number): Label {
  const fill = (text: string) => text.replace('{number}', String(number));
  return { en: fill(en), zh: fill(zh) };
}
