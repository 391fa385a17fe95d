import { ExportReader, ExportValue, readableText } from './exportValue';
import { ExportTable } from './ExportTable';

/** Says that the file is UTF-8; without it Excel takes it for another one. */
const BYTE_ORDER_MARK = '\ufeff';

const LINE_END = '\r\n';
const SEPARATORS = { comma: ',', semicolon: ';' } as const;

/** A table as comma separated values, as RFC 4180 says. @internal */
export async function* csvFile({
  columns,
  pages,
  reader,
}: ExportTable): AsyncGenerator<string> {
  const lineOf = (cells: string[]) =>
    cells.join(SEPARATORS[reader.separator]) + LINE_END;
  yield BYTE_ORDER_MARK + lineOf(columns.map(({ label }) => csvText(label)));
  for await (const rows of pages) {
    yield rows
      .map(row => lineOf(row.map(value => csvCell(value, reader))))
      .join('');
  }
}

/** One value in a line of the file. @internal */
export function csvCell(value: ExportValue, reader: ExportReader): string {
  const text = readableText(value, reader);
  if (value.kind !== 'number') {
    return csvText(text);
  }
  // A number says no more than what it is. Spreadsheets that part values by
  // semicolons have decimal commas, and take 1.5 for the first of May.
  return reader.separator === 'semicolon' ? text.replace('.', ',') : text;
}

// Also in full width, and behind blanks, which some programs take away.
const FORMULA = /^[\s\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;
const NEGATIVE_NUMBER = /^-\d+(\.\d+)?$/;
const QUOTED = /[",;\t\r\n]|^\s|\s$/;

/**
 * A text in a line of the file. What a spreadsheet would run as a formula gets
 * an apostrophe, which makes it a text.
 *
 * @internal
 */
export function csvText(text: string): string {
  const runs = FORMULA.test(text) && !NEGATIVE_NUMBER.test(text);
  const safe = runs ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
