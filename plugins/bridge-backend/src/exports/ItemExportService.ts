import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  EXPORT_TYPES,
  ExportFormat,
  ExportItemsQuery,
  Language,
  Title,
} from '@techbridge/plugin-bridge-common';
import { Clock } from '../database/Clock';
import {
  ItemExtract,
  ItemExtractService,
} from '../workflow/ItemExtractService';
import { csvFile } from './csvFile';
import { ExportTable } from './ExportTable';
import { ExportReader, ExportValue } from './exportValue';
import { EXPORT_WORDS } from './exportWords';
import { ExportColumn, itemColumns, referencesIn } from './itemColumns';
import { jsonFile } from './jsonFile';
import { TitleStore } from './TitleStore';
import { xlsxFile } from './xlsxFile';

/** A file that is made while it is read. @internal */
export interface ExportFile {
  name: string;
  type: string;
  chunks: AsyncIterable<string | Uint8Array>;
}

const WRITERS: Record<
  ExportFormat,
  (table: ExportTable) => AsyncIterable<string | Uint8Array>
> = { csv: csvFile, xlsx: xlsxFile, json: jsonFile };

/**
 * Puts items into files to work on elsewhere.
 *
 * @internal
 */
export class ItemExportService {
  constructor(
    private readonly parts: {
      extracts: ItemExtractService;
      titles: TitleStore;
      clock: Clock;
    },
  ) {}

  /**
   * Every item that matches and that the caller may see, as a file. Nothing of
   * it is held longer than it takes to send it.
   *
   * @throws BridgeError `export-too-large`
   */
  async export(
    format: ExportFormat,
    { separator, ...query }: ExportItemsQuery,
    language: Language,
    caller: BackstageCredentials,
  ): Promise<ExportFile> {
    const { extracts, clock } = this.parts;
    const { timeZone } = clock;
    const words = EXPORT_WORDS[language];
    const reader = { language, timeZone, words, separator };
    const extract = await extracts.extract(query, caller);
    const only = extract.workflows.get(query.workflow ?? '');
    const columns = itemColumns(extract.workflows, only, reader);
    const title = only?.title[language] ?? reader.words.title;
    const type = EXPORT_TYPES[format];
    return {
      name: `${fileNameOf(title)}-${await clock.today()}.${format}`,
      type: format === 'xlsx' ? type : `${type}; charset=utf-8`,
      chunks: WRITERS[format](this.table(extract, columns, reader)),
    };
  }

  private table(
    { total, pages }: ItemExtract,
    columns: ExportColumn[],
    reader: ExportReader,
  ): ExportTable {
    return { total, columns, reader, pages: this.rows(pages, columns) };
  }

  private async *rows(
    pages: ItemExtract['pages'],
    columns: ExportColumn[],
  ): AsyncGenerator<ExportValue[][]> {
    const known = new Map<string, Title>();
    for await (const items of pages) {
      const refs = [...referencesIn(items)].filter(ref => !known.has(ref));
      const found = await this.parts.titles.titles(refs);
      found.forEach((title, ref) => known.set(ref, title));
      yield items.map(item =>
        columns.map(column => column.valueOf(item, known)),
      );
    }
  }
}

/** A title without what may not stand in the name of a file. */
function fileNameOf(title: string): string {
  return title.replace(/[\\/:*?"<>|\s]+/g, '-');
}
