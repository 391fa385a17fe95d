import { z } from 'zod';

/** The kinds of files in which items can be exported. @public */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'json'] as const;

/** A kind of file in which items can be exported. @public */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What can stand between the values of a CSV file. @public */
export const CSV_SEPARATORS = ['comma', 'semicolon'] as const;

/** What stands between the values of a CSV file. @public */
export type CsvSeparator = (typeof CSV_SEPARATORS)[number];

/** The media types of exported files. @public */
export const EXPORT_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const satisfies Record<ExportFormat, string>;

/** More items than this do not go into one file. @public */
export const MAXIMUM_EXPORT = 50_000;

/** Items as a file for programs; the other files hold the same. @public */
export const itemExportSchema = z
  .object({
    total: z.number().int(),
    columns: z
      .array(z.object({ id: z.string(), label: z.string() }))
      .describe('The fields of each item, by what the reader calls them.'),
    items: z.array(z.record(z.string(), z.json())),
  })
  .meta({ id: 'ItemExport' });

/** Items as a file for programs. @public */
export type ItemExport = z.infer<typeof itemExportSchema>;

/** A file as a reader gets it. @public */
export interface ExportedFile {
  name: string;
  content: Blob;
}
