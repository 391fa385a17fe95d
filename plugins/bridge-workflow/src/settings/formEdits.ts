import { Document, isScalar, isSeq } from 'yaml';
import { WorkflowDefinition } from '../definition';
import { fieldsOf, has } from '../lint/traverse';
import { valueNames } from '../valueNames';
import { fieldLabel } from './fieldNames';
import { NewField } from './Setting';
import { YES_OR_NO } from './settingTexts';

const KINDS: { [type in NewField['type']]: object } = {
  text: { type: 'string', maxLength: 200 },
  longText: { type: 'string', maxLength: 2000 },
  number: { type: 'number' },
  date: { type: 'string', format: 'date' },
  flag: { type: 'boolean' },
};

const WIDGETS: { [type in NewField['type']]?: string } = {
  longText: 'textarea',
  flag: 'radio',
};

/**
 * Lets a form ask for a field, or no longer. What the field and its values are
 * called is kept, so that it can be asked for again, and items that hold one
 * still say it in words.
 *
 * @internal
 */
export function setPresence(
  document: Document,
  definition: WorkflowDefinition,
  change: {
    form: string;
    field: string;
    presence: 'off' | 'optional' | 'required';
  },
): void {
  const { form, field, presence } = change;
  const at = (...path: string[]) => ['spec', 'forms', form, ...path];
  const label = fieldLabel(definition, field);
  const named = valueNames(definition, field);
  setMember(document, at('fields'), field, presence !== 'off');
  setMember(document, at('required'), field, presence === 'required');
  if (presence === 'off') {
    put(document, ['spec', 'labels', field], label);
    if (named && document.hasIn(at('options', field))) {
      put(document, ['spec', 'options', field], named);
    }
    for (const word of ['ui', 'labels', 'help', 'options']) {
      if (document.hasIn(at(word, field))) {
        document.deleteIn(at(word, field));
      }
    }
  } else if (!document.hasIn(at('labels', field))) {
    put(document, at('labels', field), label);
    if (named) {
      put(document, at('options', field), named);
    }
  }
}

/** Gives a form a field that the items of the workflow do not have yet. @internal */
export function addField(
  document: Document,
  definition: WorkflowDefinition,
  form: string,
  { label, type, required }: NewField,
): void {
  const field = freeName(document, definition);
  const at = (...path: string[]) => ['spec', 'forms', form, ...path];
  put(document, ['spec', 'data', 'properties', field], KINDS[type]);
  setMember(document, at('fields'), field, true);
  setMember(document, at('required'), field, required);
  put(document, at('labels', field), label);
  const widget = WIDGETS[type];
  if (widget) {
    put(document, at('ui', field), { 'ui:widget': widget });
  }
  if (type === 'flag') {
    put(document, at('options', field), YES_OR_NO);
  }
}

function freeName(document: Document, definition: WorkflowDefinition): string {
  const known = fieldsOf(definition);
  let number = 1;
  const isTaken = (name: string) =>
    has(known, name) || document.hasIn(['spec', 'data', 'properties', name]);
  while (isTaken(`field${number}`)) {
    number += 1;
  }
  return `field${number}`;
}

function setMember(
  document: Document,
  path: string[],
  name: string,
  wanted: boolean,
): void {
  const list = document.getIn(path);
  const place = isSeq(list)
    ? list.items.findIndex(item => isScalar(item) && item.value === name)
    : -1;
  if (isSeq(list) && wanted && place < 0) {
    list.add(document.createNode(name));
  } else if (isSeq(list) && !wanted && place >= 0) {
    list.delete(place);
  } else if (!isSeq(list) && wanted) {
    put(document, path, [name]);
  }
}

function put(document: Document, path: string[], value: object): void {
  document.setIn(path, document.createNode(value));
}
