import { ExportReader, ExportValue } from './exportValue';
import { ExportColumn } from './itemColumns';

/** A table to be written into a file, page by page. @internal */
export interface ExportTable {
  /** How many rows there are. */
  total: number;
  columns: ExportColumn[];
  /** Rows with a value for each column. */
  pages: AsyncIterable<ExportValue[][]>;
  reader: ExportReader;
}
