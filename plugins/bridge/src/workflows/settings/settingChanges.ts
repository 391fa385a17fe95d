import type {
  WorkflowSetting,
  WorkflowSettingValue,
} from '@techbridge/plugin-bridge-common';

/** What is set otherwise, by the path of the setting. @internal */
export type SettingValues = { [path: string]: WorkflowSettingValue };

/** The kinds of settings, in the order of the form. @internal */
export const SECTIONS = [
  ...(['boards', 'routes', 'people', 'times', 'forms', 'texts'] as const),
];

/** A kind of settings. @internal */
export type Section = (typeof SECTIONS)[number];

/** Settings that belong to the same part of a workflow. @internal */
export interface SettingGroup {
  id: string;
  settings: WorkflowSetting[];
}

/** Whether two values of a setting are the same. @internal */
export function sameValue(
  one: WorkflowSettingValue,
  other: WorkflowSettingValue,
): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What is really other than it was. @internal */
export function changesIn(settings: WorkflowSetting[], values: SettingValues) {
  return settings.flatMap(({ path, value: before }) => {
    const value = values[path];
    return value === undefined || sameValue(value, before)
      ? []
      : [{ path, value }];
  });
}

/**
 * The settings of a section in groups: by the state and board, role or form
 * that they belong to. Texts are grouped by the state, form or role alone.
 *
 * @internal
 */
export function groupsOf(
  settings: WorkflowSetting[],
  section: Section,
): SettingGroup[] {
  const groups = new Map<string, WorkflowSetting[]>();
  for (const setting of settings.filter(one => one.section === section)) {
    const part = setting.path.split('.').slice(0, 3).join('.');
    const of = section === 'texts' ? [] : setting.of;
    const id = [part, ...of.map(({ en }) => en)].join(' › ');
    groups.set(id, [...(groups.get(id) ?? []), setting]);
  }
  return [...groups].map(([id, members]) => ({ id, settings: members }));
}

/**
 * Leaves out what means nothing as things are set: the share of votes where
 * another rule decides, and by how much a vote is prolonged that never is.
 *
 * @internal
 */
export function meaningful(
  settings: WorkflowSetting[],
  values: SettingValues,
): WorkflowSetting[] {
  const now = new Map(
    settings.map(({ path, value }) => [path, values[path] ?? value]),
  );
  return settings.filter(({ path }) => {
    const board = /^(?<rule>.*\.pass\.)threshold$/.exec(path)?.groups?.rule;
    const rule = board && now.get(`${board}rule`);
    const more = /^(?<extend>.*\.extend\.)by$/.exec(path)?.groups?.extend;
    const isMeant = !more || Number(now.get(`${more}times`)) > 0;
    return isMeant && (!rule || rule === 'threshold');
  });
}
