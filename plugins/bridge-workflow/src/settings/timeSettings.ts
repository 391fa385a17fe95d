import { Timer, WorkflowDefinition } from '../definition';
import { statePath } from '../lint/traverse';
import { Setting } from './Setting';
import { SETTING_TEXTS } from './settingTexts';

const MOST_REPEATS = 1000;

/** After which time somebody is reminded, or an item goes on. @internal */
export function timeSettings({ states }: WorkflowDefinition): Setting[] {
  return Object.entries(states).flatMap(([id, state]) =>
    state.timers.flatMap((timer, place) => {
      // The day that it counts from is set with every item.
      if (timer.from !== undefined) {
        return [];
      }
      const path = statePath(id, 'timers', place).join('.');
      const common = { section: 'times' as const, of: [state.label] };
      const { fire } = timer;
      const to = fire?.to === undefined ? undefined : states[fire.to]?.label;
      const of = to ? [state.label, to] : common.of;
      return timerSettings(timer, { ...common, of }, path);
    }),
  );
}

function timerSettings(
  { after, fire, repeat }: Timer,
  common: Pick<Setting, 'section' | 'of'>,
  path: string,
): Setting[] {
  const first: Setting = {
    ...common,
    path: `${path}.after`,
    label: fire ? SETTING_TEXTS.goesOn : SETTING_TEXTS.reminder,
    kind: 'duration',
    value: after,
  };
  if (!repeat) {
    return [first];
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
  return [first, every, times];
}
