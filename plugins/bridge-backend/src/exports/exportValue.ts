import {
  CsvSeparator,
  Language,
  Title,
  WorkflowField,
} from '@techbridge/plugin-bridge-common';
import { ExportWords } from './exportWords';
import { wallTime } from './wallTime';

/** Something in an export, before it is written in one format or another. @internal */
export type ExportValue =
  | { kind: 'none' }
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  | { kind: 'yesNo'; yes: boolean }
  /** Such as `2025-12-31`. */
  | { kind: 'day'; day: string }
  /** ISO 8601, UTC. */
  | { kind: 'moment'; moment: string }
  /** What has an id, and a name in the reader's language. */
  | { kind: 'named'; id: string; label: string }
  | { kind: 'picture' }
  | { kind: 'list'; values: ExportValue[] }
  /** An entry of a list of rows. */
  | { kind: 'row'; cells: { id: string; label: string; value: ExportValue }[] };

/** Who reads an export. @internal */
export interface ExportReader {
  language: Language;
  words: ExportWords;
  timeZone: string;
  /** Of a CSV file. */
  separator: CsvSeparator;
}

/** What people, groups and systems are called, as far as it is known. @internal */
export type KnownTitles = ReadonlyMap<string, Title>;

/** Where there is nothing. @internal */
export const NONE: ExportValue = { kind: 'none' };

const REFERENCE = /^(user|group|system):[\w.-]+\/[\w.-]+$/i;
const PICTURE = /^data:/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a value of an item is a reference to somebody or something. @internal */
export function isReference(value: unknown): value is string {
  return typeof value === 'string' && REFERENCE.test(value);
}

/** A value of an item, as its field says it is to be read. @internal */
export function fieldValue(
  field: WorkflowField,
  value: unknown,
  titles: KnownTitles,
  reader: ExportReader,
): ExportValue {
  if (value === undefined || value === null || value === '') {
    return NONE;
  }
  if (Array.isArray(value)) {
    const values = value.map(one => fieldValue(field, one, titles, reader));
    return { kind: 'list', values };
  }
  if (field.parts && typeof value === 'object') {
    return rowValue(field.parts, value, titles, reader);
  }
  const id = String(value);
  if (Object.hasOwn(field.options, id)) {
    return { kind: 'named', id, label: field.options[id][reader.language] };
  }
  if (typeof value === 'boolean') {
    return { kind: 'yesNo', yes: value };
  }
  if (typeof value === 'number') {
    return { kind: 'number', number: value };
  }
  return typeof value === 'string'
    ? textValue(field.format, value, titles, reader)
    : { kind: 'text', text: JSON.stringify(value) };
}

function rowValue(
  parts: NonNullable<WorkflowField['parts']>,
  entry: object,
  titles: KnownTitles,
  reader: ExportReader,
): ExportValue {
  const values = new Map<string, unknown>(Object.entries(entry));
  const cells = Object.entries(parts)
    .filter(([id]) => values.has(id))
    .map(([id, part]) => ({
      ...{ id, label: part.label[reader.language] },
      value: fieldValue(part, values.get(id), titles, reader),
    }));
  return { kind: 'row', cells };
}

function textValue(
  format: string | null,
  text: string,
  titles: KnownTitles,
  reader: ExportReader,
): ExportValue {
  if (PICTURE.test(text)) {
    return { kind: 'picture' };
  }
  if (format?.endsWith('-ref') && isReference(text)) {
    return titled(text, titles, reader);
  }
  if (format === 'date' && DAY.test(text)) {
    return { kind: 'day', day: text };
  }
  if (format === 'date-time' && !Number.isNaN(Date.parse(text))) {
    return { kind: 'moment', moment: new Date(text).toISOString() };
  }
  return { kind: 'text', text };
}

/** Somebody or something by its title; by its last part where it has none. @internal */
export function titled(
  ref: string,
  titles: KnownTitles,
  { language }: ExportReader,
): ExportValue {
  const label =
    titles.get(ref)?.[language] ?? ref.slice(ref.lastIndexOf('/') + 1);
  return { kind: 'named', id: ref, label };
}

function isRow({ kind }: ExportValue): boolean {
  return kind === 'row';
}

/** A value as a person reads it; every row of it is a line. @internal */
export function readableText(value: ExportValue, reader: ExportReader): string {
  const { words, timeZone } = reader;
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return String(value.number);
    case 'yesNo':
      return value.yes ? words.yes : words.no;
    case 'day':
      return value.day;
    case 'moment':
      return wallTime(value.moment, timeZone).slice(0, 16);
    case 'named':
      return value.label;
    case 'picture':
      return words.picture;
    case 'list':
      return value.values
        .map(one => readableText(one, reader))
        .join(value.values.some(isRow) ? '\n' : words.comma);
    case 'row':
      return value.cells
        .map(
          cell => cell.label + words.colon + readableText(cell.value, reader),
        )
        .join(words.comma);
    default:
      return '';
  }
}
