import { CellValue } from 'hucre';
import { writeXlsxStream } from 'hucre/xlsx';
import { ReadableStream } from 'stream/web';
import { ExportReader, ExportValue, readableText } from './exportValue';
import { ExportTable } from './ExportTable';
import { wallTime } from './wallTime';

/** A longer text makes Excel call the file damaged. */
const LONGEST_TEXT = 32_767;
/** No XML may hold them, and one would spoil the whole file. */
const NO_CHARACTERS = /[\ufffe\uffff]/g;

const WIDTHS: Record<string, number> = { title: 48, assignees: 28, key: 16 };
const USUAL_WIDTH = 20;

/**
 * A table as a workbook: numbers and dates are such, and every text is a text,
 * also one that looks like a formula. It is packed while rows are read, so
 * that no more than some rows are in memory.
 *
 * @internal
 */
export function xlsxFile({
  columns,
  pages,
  reader,
}: ExportTable): AsyncIterable<Uint8Array> {
  const { title, dayFormat, momentFormat } = reader.words;
  const formats = { day: dayFormat, moment: momentFormat };
  return writeXlsxStream(cellsOf(pages, reader), {
    name: title,
    columns: columns.map(({ id, label, dates }) => ({
      header: label,
      width: WIDTHS[id] ?? USUAL_WIDTH,
      ...(dates && { numFmt: formats[dates] }),
    })),
    freezePane: { rows: 1 },
  }) as unknown as ReadableStream<Uint8Array>;
}

async function* cellsOf(
  pages: ExportTable['pages'],
  reader: ExportReader,
): AsyncGenerator<CellValue[]> {
  for await (const rows of pages) {
    yield* rows.map(row => row.map(value => xlsxCell(value, reader)));
  }
}

function xlsxCell(value: ExportValue, reader: ExportReader): CellValue {
  switch (value.kind) {
    case 'none':
      return null;
    case 'number':
      return value.number;
    case 'day':
      return new Date(`${value.day}T00:00:00Z`);
    case 'moment':
      // A spreadsheet knows no time zones.
      return new Date(isoOf(wallTime(value.moment, reader.timeZone)));
    default:
      return readableText(value, reader)
        .replace(NO_CHARACTERS, '\ufffd')
        .slice(0, LONGEST_TEXT);
  }
}

function isoOf(time: string): string {
  return `${time.replace(' ', 'T')}Z`;
}
