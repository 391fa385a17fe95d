import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { lastDayOf, plantHolidays, readHolidays } from './readHolidays';

const SHIPPED = resolve(__dirname, '..', '..', 'workflows');

describe('lists of holidays', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holidays-'));
  const write = (text: string) =>
    writeFileSync(join(folder, 'holidays.yaml'), text);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('hold the public holidays of China, with the days worked in exchange', async () => {
    const list = (await readHolidays([SHIPPED])).get('cn-public');
    expect(lastDayOf(list)).toBe('2026-10-10');
    expect(list?.off.has('2026-02-15')).toBe(true);
    expect(list?.off.has('2026-02-19')).toBe(true);
    expect(list?.off.has('2026-02-23')).toBe(true);
    expect(list?.off.has('2026-02-24')).toBe(false);
    expect(list?.work.has('2026-02-28')).toBe(true);
    expect(list?.off.size).toBe(28 + 33);
  });

  it('may be a plant’s own, beside or in place of those that are shipped', async () => {
    write(
      'plant: { off: [2026-07-20/2026-07-31] }\ncn-public: { work: [2026-01-01] }',
    );
    const lists = await readHolidays([SHIPPED, folder]);
    expect([...lists.keys()]).toEqual(['cn-public', 'plant']);
    expect(lists.get('plant')?.off.size).toBe(12);
    expect(lists.get('cn-public')?.off.size).toBe(0);
  });

  it.each([
    ['a day that there is not', 'plant: { off: [2026-02-30] }', 'plant.off.0'],
    [
      'a span that ends before it begins',
      'plant: { off: [2026-02-03/2026-02-01] }',
      'plant.off.0',
    ],
    [
      'too long a span',
      'plant: { work: [2026-01-01/2030-01-01] }',
      'plant.work.0',
    ],
    ['another word', 'plant: { holidays: [2026-02-01] }', 'plant'],
    ['a list without days', 'plant: [2026-02-01]', 'plant'],
  ])('are refused with %s', async (_, text, place) => {
    write(text);
    await expect(readHolidays([folder])).rejects.toThrow(
      `holidays.yaml cannot be read at “${place}”`,
    );
  });

  it('are kept to by the plant where it names one that exists', () => {
    const cn = { off: new Set<string>(), work: new Set<string>() };
    const lists = new Map([['cn-public', cn]]);
    expect(plantHolidays(lists, 'cn-public')).toBe(cn);
    expect(plantHolidays(lists, undefined)).toBeUndefined();
    expect(() => plantHolidays(lists, 'moon')).toThrow(
      'bridge.calendar.holidays is “moon”, which is no list of holidays. There are: cn-public.',
    );
  });
});
