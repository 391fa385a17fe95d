import { readXlsx } from 'hucre/xlsx';
import { buffer } from 'stream/consumers';
import { Readable } from 'stream';
import { csvCell, csvFile, csvText } from './csvFile';
import { ExportReader, ExportValue, fieldValue } from './exportValue';
import { ExportTable } from './ExportTable';
import { EXPORT_WORDS } from './exportWords';
import { jsonFile } from './jsonFile';
import { xlsxFile } from './xlsxFile';

const chinese: ExportReader = {
  language: 'zh',
  words: EXPORT_WORDS.zh,
  timeZone: 'Asia/Shanghai',
  separator: 'comma',
};
const german = { ...chinese, separator: 'semicolon' } as const;
const english = { ...chinese, language: 'en', words: EXPORT_WORDS.en } as const;

/** A field of rows as it is read. */
function changed(language: 'en' | 'zh'): ExportValue {
  const part = (format: string | null, en: string, zh: string) => ({
    ...{ label: { en, zh }, type: 'string', format, options: {} },
  });
  const parts = {
    key: part(null, 'Key', '参数'),
    by: part('user-ref', 'By', '填写人'),
  };
  const by = 'user:default/he.jing';
  return fieldValue(
    { ...part(null, 'Changes', '参数调整'), type: 'array', parts },
    [{ key: '权重', by }, { key: '批量' }],
    new Map([[by, { en: '何静', zh: '何静' }]]),
    language === 'zh' ? chinese : english,
  );
}

const text = (said: string): ExportValue => ({ kind: 'text', text: said });
const moment = '2025-12-31T16:30:00.000Z';

describe('a cell of a CSV file', () => {
  it.each([
    ['plain', '换料后自动刷新', '换料后自动刷新'],
    ['empty', '', ''],
    ['with a comma', 'a,b', '"a,b"'],
    ['with a semicolon', 'a;b', '"a;b"'],
    ['with quotes', '他说“行”, "好"', '"他说“行”, ""好"""'],
    ['with a line break', '一\n二', '"一\n二"'],
    ['with blanks around it', ' a ', '" a "'],
    ['a formula', '=1+1', "'=1+1"],
    ['a command', '=cmd|"/c calc"!A1', `"'=cmd|""/c calc""!A1"`],
    ['a sum', '+1+1', "'+1+1"],
    ['a telephone number', '+8613800000000', "'+8613800000000"],
    ['a difference', '-1+1', "'-1+1"],
    ['a line of a list', '- 先试两周', "'- 先试两周"],
    ['a mention', '@SUM(A1)', "'@SUM(A1)"],
    ['a tab', '\t=1', `"'\t=1"`],
    ['a carriage return', '\r=1', `"'\r=1"`],
    ['a line feed', '\nx', `"'\nx"`],
    ['a formula behind blanks', ' \u3000=1', "' \u3000=1"],
    ['in full width =', '＝1+1', "'＝1+1"],
    ['in full width +', '＋1', "'＋1"],
    ['in full width -', '－1', "'－1"],
    ['in full width @', '＠SUM', "'＠SUM"],
    ['a negative number', '-12.5', '-12.5'],
    ['no number after all', '-12.5.', "'-12.5."],
    ['a formula in the middle', 'a=1', 'a=1'],
  ])('that is a text, %s', (_, said, written) => {
    expect(csvText(said)).toBe(written);
  });

  it.each<[string, ExportValue, ExportReader, string]>([
    ['nothing', { kind: 'none' }, chinese, ''],
    ['a number', { kind: 'number', number: -0.5 }, chinese, '-0.5'],
    ['with a decimal comma', { kind: 'number', number: -0.5 }, german, '-0,5'],
    ['large', { kind: 'number', number: 1e21 }, english, '1e+21'],
    ['yes', { kind: 'yesNo', yes: true }, chinese, '是'],
    ['no', { kind: 'yesNo', yes: false }, english, 'No'],
    ['a day', { kind: 'day', day: '2026-01-01' }, chinese, '2026-01-01'],
    // Of the plant, not of the server.
    ['a moment', { kind: 'moment', moment }, chinese, '2026-01-01 00:30'],
    ['a picture', { kind: 'picture' }, chinese, '图片'],
    ['a name', { kind: 'named', id: 'x', label: '=x' }, english, "'=x"],
    [
      'names',
      { kind: 'list', values: [text('张强'), text('马俊')] },
      chinese,
      '张强、马俊',
    ],
    [
      'names in English',
      { kind: 'list', values: [text('a'), text('b')] },
      english,
      '"a, b"',
    ],
    ['rows', changed('zh'), chinese, '"参数：权重、填写人：何静\n参数：批量"'],
    ['rows', changed('en'), english, '"Key: 权重, By: 何静\nKey: 批量"'],
  ])('that is %s', (_, value, reader, written) => {
    expect(csvCell(value, reader)).toBe(written);
  });
});

describe('a value of each kind, in all formats', () => {
  const named = (id: string, label: string): ExportValue => {
    return { kind: 'named', id, label };
  };
  const cells: [string, ExportValue][] = [
    ['formula', text('=1+1')],
    ['number', { kind: 'number', number: -1234.5 }],
    ['yes', { kind: 'yesNo', yes: true }],
    ['day', { kind: 'day', day: '2026-02-28' }],
    ['moment', { kind: 'moment', moment }],
    ['state', named('open', '处理中')],
    ['people', { kind: 'list', values: [named('a', '张强'), text('-1')] }],
    ['picture', { kind: 'picture' }],
    ['nothing', { kind: 'none' }],
    ['long', text('长'.repeat(40_000))],
    // No XML may hold these, and one of them spoils the whole file.
    ['no character', text('a\uffffb\ufffec')],
  ];
  const table = (reader: ExportReader): ExportTable => ({
    ...{ total: 1, reader },
    columns: cells.map(([id, value]) => ({
      ...{ id, label: `${id}”`, valueOf: () => value },
      ...((id === 'day' || id === 'moment') && { dates: id }),
    })),
    pages: (async function* pages() {
      yield [cells.map(([, value]) => value)];
      yield [];
    })(),
  });
  const bytes = (chunks: AsyncIterable<string | Uint8Array>) =>
    buffer(Readable.from(chunks));

  it('is a cell of a workbook: numbers and dates are such, all others are texts', async () => {
    const file = await bytes(xlsxFile(table(chinese)));
    const { sheets } = await readXlsx(file);
    const [headings, row] = sheets[0].rows;
    expect(headings).toEqual(cells.map(([id]) => `${id}”`));
    expect(row.slice(0, 8)).toEqual([
      ...['=1+1', -1234.5, '是', new Date('2026-02-28T00:00:00Z')],
      new Date('2026-01-01T00:30:00Z'),
      ...['处理中', '张强、-1', '图片'],
    ]);
    // Excel calls a file with longer texts damaged.
    expect([row[8] ?? null, String(row[9]).length]).toEqual([null, 32_767]);
    expect(row[10]).toBe('a\ufffdb\ufffdc');
  });

  it('is a field for programs, with ids and in UTC', async () => {
    const file = await bytes(jsonFile(table(chinese)));
    const { total, columns, items } = JSON.parse(file.toString('utf8'));
    expect([total, items.length, columns[0]]).toEqual([
      ...[1, 1],
      { id: 'formula', label: 'formula”' },
    ]);
    expect(items[0]).toMatchObject({
      ...{ formula: '=1+1', number: -1234.5, yes: true, day: '2026-02-28' },
      ...{ moment, state: { id: 'open', label: '处理中' } },
      people: [{ id: 'a', label: '张强' }, '-1'],
      ...{ picture: null, nothing: null },
    });
  });

  it('is a cell of a CSV file that begins with a byte order mark', async () => {
    const file = await bytes(csvFile(table(english)));
    const [heading, row, ...rest] = file.toString('utf8').split('\r\n');
    expect(heading.slice(0, 9)).toBe('\ufeffformula”');
    expect(row.replace(/长+.*$/, '长')).toBe(
      `'=1+1,-1234.5,Yes,2026-02-28,2026-01-01 00:30,处理中,"张强, -1",Picture,,长`,
    );
    expect(rest).toEqual(['']);
  });

  it('is a cell of a CSV file for places where the comma is the decimal mark', async () => {
    const file = await bytes(csvFile(table(german)));
    const [heading, row] = file.toString('utf8').split('\r\n');
    expect(heading).toMatch(/^\ufeffformula”;number”;yes”;/);
    expect(row.replace(/长+.*$/, '长')).toBe(
      `'=1+1;-1234,5;是;2026-02-28;2026-01-01 00:30;处理中;张强、-1;图片;;长`,
    );
  });
});
