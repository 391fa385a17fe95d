import { Workflow } from '@techbridge/plugin-bridge-common';
import { ExtractedItem } from '../workflow/ItemExtractService';
import {
  ExportReader,
  ExportValue,
  fieldValue,
  isReference,
  KnownTitles,
  NONE,
  titled,
} from './exportValue';
import { ItemColumnId } from './exportWords';

/** A column of an export. @internal */
export interface ExportColumn {
  id: string;
  label: string;
  /** Where its values are days or moments. */
  dates?: 'day' | 'moment';
  valueOf(item: ExtractedItem, titles: KnownTitles): ExportValue;
}

/** Stands for a person where a decision or a timer made the item. */
const NOBODY = 'system';

/** Stand among what every item has. */
const EVERYWHERE = ['title', 'system'];

/**
 * The columns of an export: what every item has, then a column for each field
 * of a workflow that has a name for people.
 *
 * @param workflows - the workflows of the items, by id
 * @param only - the one workflow of which all items are
 * @internal
 */
export function itemColumns(
  workflows: ReadonlyMap<string, Workflow>,
  only: Workflow | undefined,
  reader: ExportReader,
): ExportColumn[] {
  const general = generalColumns(workflows, reader);
  const ids = Object.keys(reader.words.headings) as ItemColumnId[];
  return [
    ...ids.map(id => ({
      ...{ id, label: reader.words.headings[id], valueOf: general[id] },
      ...(id.endsWith('At') && { dates: 'moment' as const }),
    })),
    ...fieldColumns(only, reader),
  ];
}

function generalColumns(
  workflows: ReadonlyMap<string, Workflow>,
  reader: ExportReader,
): Record<ItemColumnId, ExportColumn['valueOf']> {
  const { language, words } = reader;
  const named = (id: string, label = id): ExportValue => {
    return { kind: 'named', id, label };
  };
  const moment = (at: string | undefined): ExportValue =>
    at === undefined ? NONE : { kind: 'moment', moment: at };
  return {
    key: ({ key }) => ({ kind: 'text', text: key }),
    workflow: ({ workflow: { id } }) =>
      named(id, workflows.get(id)?.title[language]),
    title: ({ title }) => ({ kind: 'text', text: title }),
    state: ({ state: { id, label } }) => named(id, label[language]),
    phase: ({ workflow, state: { phase } }) => {
      const phases = workflows.get(workflow.id)?.phases;
      const label = phases?.find(({ id }) => id === phase)?.label[language];
      return phase === null ? NONE : named(phase, label);
    },
    system: ({ system }, titles) =>
      system ? titled(system, titles, reader) : NONE,
    createdBy: ({ createdBy }, titles) =>
      createdBy === NOBODY
        ? named(NOBODY, words.nobody)
        : titled(createdBy, titles, reader),
    createdAt: ({ createdAt }) => moment(createdAt),
    updatedAt: ({ updatedAt }) => moment(updatedAt),
    dueAt: ({ dueAt }) => moment(dueAt),
    outcome: ({ outcome, state: { type, label } }) =>
      outcome === undefined
        ? NONE
        : named(outcome, type === 'end' ? label[language] : undefined),
    assignees: ({ assignees }, titles) => ({
      kind: 'list',
      values: assignees.map(ref => titled(ref, titles, reader)),
    }),
  };
}

function fieldColumns(
  workflow: Workflow | undefined,
  reader: ExportReader,
): ExportColumn[] {
  const fields = Object.entries(workflow?.fields ?? {});
  return fields
    .filter(
      ([name, { label, format }]) =>
        // What no form asks for has no name for people.
        !EVERYWHERE.includes(name) &&
        label.en !== name &&
        format !== 'attachment',
    )
    .map(([name, field]) => ({
      id: `data.${name}`,
      label: field.label[reader.language],
      ...(field.format === 'date' && { dates: 'day' as const }),
      ...(field.format === 'date-time' && { dates: 'moment' as const }),
      valueOf: ({ data }, titles) =>
        fieldValue(field, data[name], titles, reader),
    }));
}

/** Everybody and everything that items name. @internal */
export function referencesIn(items: ExtractedItem[]): Set<string> {
  const values = items.flatMap(({ createdBy, system, assignees, data }) => [
    ...[createdBy, system, ...assignees],
    ...valuesIn(data),
  ]);
  return new Set(values.filter(isReference));
}

/** Those in lists and in their rows as well. */
function valuesIn(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(valuesIn)
    : [value];
}
