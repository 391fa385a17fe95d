import { Holidays } from '@techbridge/bridge-workflow';
import { promises as fs } from 'fs';
import { DateTime, Interval } from 'luxon';
import { join } from 'path';
import { parse } from 'yaml';
import { z } from 'zod';

/** The file of a folder of workflows that holds lists of holidays. @internal */
export const HOLIDAYS_FILE = 'holidays.yaml';

const LONGEST_SPAN_DAYS = 370;

const span = z
  .string()
  .transform(daysOf)
  .refine(days => days.length > 0 && days.length <= LONGEST_SPAN_DAYS);

const fileSchema = z.record(
  z.string(),
  z.strictObject({
    off: z.array(span).default([]),
    work: z.array(span).default([]),
  }),
);

/**
 * The lists of holidays in some folders, by id; a later one takes the place of
 * an earlier one.
 *
 * @throws Error that names the file, the place and the remedy
 * @internal
 */
export async function readHolidays(
  folders: string[],
): Promise<Map<string, Holidays>> {
  const lists = new Map<string, Holidays>();
  for (const folder of folders) {
    const file = join(folder, HOLIDAYS_FILE);
    const text = await fs.readFile(file, 'utf8').catch(() => '');
    for (const [id, list] of Object.entries(listsIn(file, text))) {
      const { off, work } = list;
      lists.set(id, { off: new Set(off.flat()), work: new Set(work.flat()) });
    }
  }
  return lists;
}

/**
 * The list that the plant keeps to, where it has chosen one.
 *
 * @throws Error that names the key and the remedy
 * @internal
 */
export function plantHolidays(
  lists: ReadonlyMap<string, Holidays>,
  id: string | undefined,
): Holidays | undefined {
  const list = id === undefined ? undefined : lists.get(id);
  if (id !== undefined && !list) {
    throw new Error(
      `bridge.calendar.holidays is “${id}”, which is no list of holidays. There are: ${[
        ...lists.keys(),
      ].join(', ')}.`,
    );
  }
  return list;
}

/** The last day that a list knows; empty where there is none. @internal */
export function lastDayOf(list?: Holidays): string {
  const days = list ? [...list.off, ...list.work] : [];
  return days.sort().at(-1) ?? '';
}

function listsIn(file: string, text: string): z.infer<typeof fileSchema> {
  const read = fileSchema.safeParse(parse(text) ?? {});
  if (read.success) {
    return read.data;
  }
  const place = read.error.issues[0].path.join('.');
  throw new Error(
    `${file} cannot be read at “${place}”. Write for each list off and work with days such as 2026-05-01, or spans such as 2026-05-01/2026-05-05.`,
  );
}

/** The days of `2026-05-01` or `2026-05-01/2026-05-05`; none if it is neither. */
function daysOf(text: string): string[] {
  const [first, last = first, ...more] = text.split('/');
  const from = DateTime.fromFormat(first, 'yyyy-MM-dd');
  const until = DateTime.fromFormat(last, 'yyyy-MM-dd').plus({ days: 1 });
  if (!from.isValid || !until.isValid || more.length > 0 || until <= from) {
    return [];
  }
  return Interval.fromDateTimes(from, until)
    .splitBy({ days: 1 })
    .map(({ start }) => start?.toISODate() ?? '');
}
