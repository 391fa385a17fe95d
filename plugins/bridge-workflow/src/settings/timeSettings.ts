import { Timer, WorkflowDefinition } from '../definition';
import { statePath } from '../lint/traverse';
import { conditionInWords } from './conditionInWords';
import { Setting } from './Setting';
import { SETTING_TEXTS, TIMES } from './settingTexts';

const MOST_REPEATS = 1000;

type Common = Pick<Setting, 'section' | 'of'>;

/** After which time somebody is reminded, or an item goes on. @internal */
export function timeSettings(definition: WorkflowDefinition): Setting[] {
  const { states, calendar } = definition;
  return Object.entries(states).flatMap(([id, state]) =>
    state.timers.flatMap((timer, place) => {
      // The day that it counts from is set with every item.
      if (timer.from !== undefined) {
        return [];
      }
      const path = statePath(id, 'timers', place).join('.');
      const { fire, when } = timer;
      const to = fire?.to === undefined ? undefined : states[fire.to]?.label;
      const common = {
        section: 'times' as const,
        of: [
          state.label,
          ...(to ? [to] : []),
          ...conditionInWords(definition, when),
        ],
      };
      return [
        firstTime(timer, common, path),
        ...(calendar ? [countedIn(timer, common, path)] : []),
        ...turns(timer, common, path),
      ];
    }),
  );
}

function firstTime(
  { after, fire }: Timer,
  common: Common,
  path: string,
): Setting {
  return {
    ...common,
    path: `${path}.after`,
    label: fire ? SETTING_TEXTS.goesOn : SETTING_TEXTS.reminder,
    kind: 'duration',
    value: after,
  };
}

function countedIn(timer: Timer, common: Common, path: string): Setting {
  return {
    ...common,
    path: `${path}.calendar`,
    label: SETTING_TEXTS.timerCalendar,
    kind: 'choice',
    value: timer.calendar ?? 'all',
    options: TIMES,
  };
}

function turns({ repeat }: Timer, common: Common, path: string): Setting[] {
  if (!repeat) {
    return [];
  }
  const every: Setting = {
    ...common,
    path: `${path}.repeat.every`,
    label: SETTING_TEXTS.every,
    kind: 'duration',
    value: repeat.every,
  };
  const times: Setting = {
    ...common,
    path: `${path}.repeat.times`,
    label: SETTING_TEXTS.times,
    kind: 'number',
    value: repeat.times,
    ...{ minimum: 1, maximum: MOST_REPEATS },
  };
  return [every, times];
}
