import type { WorkflowField } from '@techbridge/plugin-bridge-common';
import { ReactNode } from 'react';
import { SheetTable } from '../../components/SheetTable';
import { useLanguage } from '../../components/useLanguage';
import { isEmpty } from './values';

/** A list of rows as a table, its columns as the workflow calls them. @internal */
export function RowTable(props: {
  field: WorkflowField;
  rows: { [part: string]: unknown }[];
  cellOf(part: WorkflowField, value: unknown): ReactNode;
}) {
  const { field, rows, cellOf } = props;
  const language = useLanguage();
  const parts = Object.entries(field.parts ?? {});
  return (
    <SheetTable
      label={field.label[language]}
      head={parts.map(([, part]) => part.label[language])}
      widths={parts.map(() => 100 / parts.length)}
      rows={rows.map((row, place) => ({
        id: String(place),
        cells: parts.map(([name, part]) =>
          isEmpty(row[name]) ? '—' : cellOf(part, row[name]),
        ),
      }))}
    />
  );
}
