import { Label, WorkflowDefinition } from '../definition';
import { together, WITHIN } from '../settings/settingTexts';
import { Difference, DifferenceClass } from './Difference';
import { withoutKeeping } from './keepingDifferences';
import { withoutSettings } from './withoutSettings';
import { withoutWords } from './withoutWords';

type Parts = { [name: string]: unknown };

interface Kind {
  name: Label;
  /** How much it means when one is new, gone, or another. */
  added: DifferenceClass;
  removed: DifferenceClass;
  changed: DifferenceClass;
}

const kind = (
  en: string,
  zh: string,
  removed: DifferenceClass = 'minor',
  changed: DifferenceClass = 'minor',
): Kind => ({ name: { en, zh }, added: 'minor', removed, changed });

/** Parts that are told one by one; `*` stands for any name. */
const KINDS: { [pattern: string]: Kind } = {
  'roles.*': kind('Role', '角色'),
  'states.*': kind('State', '状态', 'major', 'major'),
  'states.*.actions.*': kind('Action', '操作'),
  'states.*.events.*': kind('Event', '事件'),
  'states.*.outcomes.*': kind('Way after a vote', '表决后的去向'),
  'states.*.approval.boards.*': kind('Board', '评审组', 'major', 'major'),
  'states.*.type': kind('Kind of the state', '状态类型', 'major', 'major'),
  'states.*.assign': kind('Who acts', '处理角色'),
  'states.*.choose': kind('Choice of the way', '分流条件'),
  'states.*.timers': kind('Timers', '定时处理'),
  'states.*.onEnter': kind('What entering sets off', '进入时的处理'),
  'states.*.approval.*': kind(
    'Rule of the boards',
    '评审规则',
    'major',
    'major',
  ),
  'states.*.*': kind('Part of the state', '状态设置'),
  'data.properties.*': kind('Field', '字段', 'major', 'major'),
  'forms.*': kind('Form', '表单'),
  'global.*': kind('Action everywhere', '全局操作'),
  visibility: kind('Who sees the items', '单据对谁可见', 'major', 'major'),
  '*': kind('Part of the workflow', '流程设置', 'major', 'minor'),
};

/** Maps whose entries are told one by one. */
const SPLIT = [
  ...['', 'roles', 'states', 'states.*', 'states.*.actions'],
  ...['states.*.events', 'states.*.outcomes', 'states.*.approval'],
  ...['states.*.approval.boards', 'data', 'data.properties'],
  ...['forms', 'global'],
];

/**
 * What differs besides the settings: what is new, gone, or built another way.
 *
 * @internal
 */
export function structureDifferences(
  before: WorkflowDefinition,
  after: WorkflowDefinition,
): Difference[] {
  const [old, now] = withoutKeeping(before, after).map(withoutSettings);
  return compare([], old, now).map(({ path, old: was, now: is }) =>
    difference(path, { was, is, called: calledIn(path, [after, before]) }),
  );
}

interface Found {
  path: string[];
  old: unknown;
  now: unknown;
}

function compare(path: string[], old: unknown, now: unknown): Found[] {
  if (inOrder(old) === inOrder(now)) {
    return [];
  }
  const bothThere = old !== undefined && now !== undefined;
  if (bothThere && SPLIT.includes(patternOf(path))) {
    const names = new Set([
      ...Object.keys(old ?? {}),
      ...Object.keys(now ?? {}),
    ]);
    return [...names].flatMap(name =>
      compare([...path, name], (old as Parts)[name], (now as Parts)[name]),
    );
  }
  // A new field is told by the form that asks for it.
  const isField = path[0] === 'data' && old === undefined;
  return isField ? [] : [{ path, old, now }];
}

/** As JSON in which the order of names does not count. */
function inOrder(part: unknown): string {
  return JSON.stringify(part, (_, value) => {
    const isMap = typeof value === 'object' && value && !Array.isArray(value);
    return isMap ? Object.fromEntries(Object.entries(value).sort()) : value;
  });
}

function patternOf(path: string[]): string {
  const named = ['roles', 'states', 'forms', 'global'];
  const inside = ['actions', 'events', 'outcomes', 'boards', 'properties'];
  return path
    .map((part, place) => {
      const parent = path[place - 1];
      const isName =
        (place === 1 && named.includes(parent)) ||
        (place > 1 && inside.includes(parent));
      return isName ? '*' : part;
    })
    .join('.');
}

function difference(
  path: string[],
  { was, is, called }: { was: unknown; is: unknown; called: Label },
): Difference {
  const { name, added, removed, changed } = kindOf(path);
  const full = ['spec', ...path].join('.');
  const say = (en: string, zh: string) => ({
    en: `${name.en} “${called.en}” ${en}`,
    zh: `${name.zh}“${called.zh}”${zh}`,
  });
  if (was === undefined) {
    return { class: added, path: full, message: say('is new', '为新增') };
  }
  if (is === undefined) {
    return { class: removed, path: full, message: say('is gone', '已删除') };
  }
  const isWording = inOrder(withoutWords(was)) === inOrder(withoutWords(is));
  return {
    class: isWording ? 'patch' : changed,
    ...{ path: full, message: say('has changed', '有变更') },
  };
}

function kindOf(path: string[]): Kind {
  const pattern = patternOf(path);
  const wider = pattern.replace(/[^.]+$/, '*');
  return KINDS[pattern] ?? KINDS[wider] ?? KINDS['*'];
}

/** What is called by name on the way to a place, from the outside in. */
function calledIn(path: string[], definitions: WorkflowDefinition[]): Label {
  for (const definition of definitions) {
    const names = namesOn(path, definition);
    if (names.length > 0) {
      return together(names, WITHIN);
    }
  }
  const id = path.join('.');
  return { en: id, zh: id };
}

function namesOn(path: string[], definition: WorkflowDefinition): Label[] {
  const names: Label[] = [];
  let part: unknown = definition;
  for (const step of path) {
    part = (part as Parts | undefined)?.[step];
    const { label } = (part ?? {}) as { label?: Label };
    names.push(...(label?.en ? [label] : []));
  }
  return part === undefined ? [] : names;
}
