import { ItemExport } from '@techbridge/plugin-bridge-common';
import { ExportValue } from './exportValue';
import { ExportTable } from './ExportTable';

type Json = ItemExport['items'][number][string];

/** A table for programs: ids stand beside names, moments are in UTC. @internal */
export async function* jsonFile({
  total,
  columns,
  pages,
}: ExportTable): AsyncGenerator<string> {
  const headings = columns.map(({ id, label }) => ({ id, label }));
  yield `{"total":${total},"columns":${JSON.stringify(headings)},"items":[`;
  let separator = '\n';
  for await (const rows of pages) {
    for (const row of rows) {
      const fields = row.map((value, place) => [
        columns[place].id,
        jsonValue(value),
      ]);
      yield separator + JSON.stringify(Object.fromEntries(fields));
      separator = ',\n';
    }
  }
  yield '\n]}\n';
}

function jsonValue(value: ExportValue): Json {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return value.number;
    case 'yesNo':
      return value.yes;
    case 'day':
      return value.day;
    case 'moment':
      return value.moment;
    case 'named':
      return { id: value.id, label: value.label };
    case 'list':
      return value.values.map(jsonValue);
    case 'row':
      return Object.fromEntries(
        value.cells.map(cell => [cell.id, jsonValue(cell.value)]),
      );
    default:
      return null;
  }
}
