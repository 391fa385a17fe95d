import { Document, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { WorkflowDefinition } from '../definition';
import { boardsIn, guardsOf } from '../lint/traverse';
import { withConditionSettings } from './conditionSettings';
import { addField, setPresence } from './formEdits';
import { NewField, SettingChange, SettingValue } from './Setting';

const HALF = 0.5;

/**
 * The file of a workflow with other settings; comments and order stay. It is
 * not compiled here, so that whatever does not fit can be told.
 *
 * @param yaml - the file that the definition was compiled from
 * @param changes - of settings that it has, with values of their kind
 * @public
 */
export function applySettings(
  yaml: string,
  definition: WorkflowDefinition,
  changes: SettingChange[],
): string {
  const document = editable(yaml);
  const conditions = new Map<string, Map<string, SettingValue>>();
  for (const change of changes) {
    const [path, key] = change.path.split('#');
    if (key === undefined) {
      apply(document, definition, change);
    } else {
      const values = conditions.get(path) ?? new Map();
      values.set(key, change.value);
      conditions.set(path, values);
    }
  }
  for (const { path, source } of guardsOf(definition)) {
    const values = conditions.get(path.join('.'));
    if (values) {
      document.setIn(path, withConditionSettings(source, values));
    }
  }
  for (const { path, board } of boardsIn(definition)) {
    settleThreshold(document, [...path, 'pass'], board.pass.threshold);
    settleReminders(document, [...path, 'remind']);
    settleExtension(document, [...path, 'deadline']);
  }
  return document.toString();
}

// What an alias repeats would change in both places.
function editable(yaml: string): Document {
  const document = parseDocument(yaml);
  let repeats = false;
  visit(document, { Alias: () => void (repeats = true) });
  return repeats ? new Document(document.toJS()) : document;
}

function apply(
  document: Document,
  definition: WorkflowDefinition,
  { path, value }: SettingChange,
): void {
  const [, area, form, word, field] = path.split('.');
  if (area === 'forms' && word === 'fields') {
    const presence = value as 'off' | 'optional' | 'required';
    setPresence(document, definition, { form, field, presence });
  } else if (area === 'forms' && word === 'more') {
    addField(document, definition, form, value as NewField);
  } else {
    setValue(document, definition, { path, value });
  }
}

// A share of the votes belongs to the rule that counts one, and to no other.
function settleThreshold(
  document: Document,
  path: (string | number)[],
  before = HALF,
): void {
  const counts = document.getIn([...path, 'rule']) === 'threshold';
  const isThere = document.hasIn([...path, 'threshold']);
  if (counts && !isThere) {
    document.setIn([...path, 'threshold'], before);
  } else if (!counts && isThere) {
    document.deleteIn([...path, 'threshold']);
  }
}

// What was taken out leaves no gap, and no list without entries.
function settleReminders(document: Document, path: (string | number)[]): void {
  const list = document.getIn(path);
  if (!isSeq(list)) {
    return;
  }
  list.items = list.items.filter(item => isScalar(item) && item.value !== null);
  if (list.items.length === 0) {
    document.deleteIn(path);
  }
}

// A vote that is prolonged no times is not prolonged; one that is, by as much
// as it had where nothing else is said.
function settleExtension(document: Document, path: (string | number)[]): void {
  const at = (...words: string[]) => [...path, 'extend', ...words];
  if (!document.hasIn(at())) {
    return;
  }
  if (!document.getIn(at('times'))) {
    document.deleteIn(at());
  } else if (!document.getIn(at('by'))) {
    document.setIn(at('by'), document.getIn([...path, 'after']));
  }
}

function setValue(
  document: Document,
  definition: WorkflowDefinition,
  { path, value }: SettingChange,
): void {
  const steps = stepsOf(path);
  const parent = steps.slice(0, -1);
  // `pass: majority` is short for a map.
  if (isScalar(document.getIn(parent, true))) {
    document.setIn(parent, document.createNode(partOf(definition, parent)));
  }
  const written = writtenAs(path, value);
  if (isMap(document.getIn(steps)) && typeof written === 'object') {
    Object.entries(written ?? {}).forEach(([language, text]) =>
      document.setIn([...steps, language], text),
    );
  } else if (written !== undefined) {
    document.setIn(steps, document.createNode(written));
  } else if (document.hasIn(steps)) {
    document.deleteIn(steps);
  }
}

function stepsOf(path: string): (string | number)[] {
  return path.split('.').map(part => (/^\d+$/.test(part) ? +part : part));
}

function partOf(
  definition: WorkflowDefinition,
  [, ...steps]: (string | number)[],
): unknown {
  let part: unknown = definition;
  for (const step of steps) {
    part = (part as { [step: string]: unknown })?.[step];
  }
  return part;
}

/** What a file says for a value; undefined where it says nothing. */
function writtenAs(
  path: string,
  value: SettingChange['value'],
): SettingChange['value'] | undefined {
  if (path.endsWith('.threshold')) {
    return Number(value) / 100;
  }
  const isLeftOut =
    (path.endsWith('.quorum.percent') && value === 0) ||
    (path.endsWith('.calendar') && value === 'all');
  return isLeftOut ? undefined : value;
}
