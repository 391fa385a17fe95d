import { WorkflowDefinition } from '../definition';
import { Setting, SettingSection } from '../settings/Setting';
import { settingsOf } from '../settings/settingsOf';
import { calendarDifferences } from './calendarDifferences';
import { Difference, DifferenceClass } from './Difference';
import { settingSentence } from './settingSentence';
import { keepingDifferences } from './keepingDifferences';
import { layoutDifferences } from './layoutDifferences';
import { structureDifferences } from './structureDifferences';

const CLASSES: { [section in SettingSection]: DifferenceClass } = {
  people: 'minor',
  boards: 'major',
  routes: 'minor',
  times: 'minor',
  forms: 'minor',
  texts: 'patch',
};

/**
 * What differs between two versions of a workflow, in words, the weightiest
 * first.
 *
 * @param occupied - how many items stand in which state; a state of theirs that
 *   is gone or votes by another rule is `blocked`
 * @public
 */
export function differencesOf(
  before: WorkflowDefinition,
  after: WorkflowDefinition,
  occupied: { [state: string]: number } = {},
): Difference[] {
  const all = [
    ...structureDifferences(before, after),
    ...keepingDifferences(before, after),
    ...layoutDifferences(before, after),
    ...calendarDifferences(before, after),
    ...settingDifferences(settingsOf(before), settingsOf(after)),
  ].map(difference => blockedWhere(difference, occupied));
  const weight = ['blocked', 'major', 'minor', 'patch'];
  return all.sort((a, b) => weight.indexOf(a.class) - weight.indexOf(b.class));
}

function settingDifferences(before: Setting[], after: Setting[]): Difference[] {
  const old = new Map(before.map(setting => [setting.path, setting]));
  const now = new Map(after.map(setting => [setting.path, setting]));
  const told = [...after, ...before.filter(({ path }) => !now.has(path))];
  return told.flatMap(({ path, section }): Difference[] => {
    const was = old.get(path) ?? notAsked(now.get(path), old);
    const is = now.get(path) ?? notAsked(old.get(path), now);
    if (!was || !is || isSame(was, is)) {
      return [];
    }
    const message = settingSentence(was, is);
    return [{ class: CLASSES[section], path, message }];
  });
}

// A field that a version does not know is one that its form does not ask for,
// and what may be left out is left out.
function notAsked(
  setting: Setting | undefined,
  others: ReadonlyMap<string, Setting>,
): Setting | undefined {
  if (setting?.optional) {
    return isOfBoard(setting, others) ? { ...setting, value: null } : undefined;
  }
  if (setting?.section === 'forms' && setting.kind === 'choice') {
    return { ...setting, value: 'off' };
  }
  if (setting && isAskedFor(setting)) {
    return { ...setting, value: 'any' };
  }
  // A version without a calendar has the same time, and counts all days in it.
  return setting && isCounted(setting, others)
    ? { ...setting, value: 'all' }
    : undefined;
}

// What may be left out belongs to a board; a new one is told as a whole.
function isOfBoard({ path }: Setting, others: ReadonlyMap<string, Setting>) {
  return others.has(path.replace(/\.(remind|deadline)\..*$/, '.quorum.min'));
}

// A condition that cannot ask for an answer does not care for it.
function isAskedFor({ path }: Setting): boolean {
  return /#\D/.test(path);
}

function isCounted({ path }: Setting, others: ReadonlyMap<string, Setting>) {
  const time = path.replace(/\.calendar$/, '.after');
  return time !== path && others.has(time);
}

function isSame(one: Setting, other: Setting): boolean {
  return JSON.stringify(one.value) === JSON.stringify(other.value);
}

function blockedWhere(
  difference: Difference,
  occupied: { [state: string]: number },
): Difference {
  const [, area, state] = difference.path.split('.');
  const stands = area === 'states' && (occupied[state] ?? 0) > 0;
  return difference.class === 'major' && stands
    ? { ...difference, class: 'blocked' }
    : difference;
}
