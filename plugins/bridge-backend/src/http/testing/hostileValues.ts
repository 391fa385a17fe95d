import fc from 'fast-check';

const GRAPHEMES = [
  ...'aZ09éßİﬁ报工系统𠮷😀👩‍🔧שلا-_.,:;/%&=+#?!\'"`<>{}[]()|\\$^~@*',
  'e\u0301',
];

function nested(depth: number): unknown {
  return JSON.parse('['.repeat(depth) + ']'.repeat(depth));
}

/** Texts of all scripts that can be shown as they are. */
export function plainWords(
  minLength: number,
  maxLength: number,
): fc.Arbitrary<string> {
  const unit = fc.constantFrom(...GRAPHEMES);
  const least = Math.min(minLength, maxLength);
  return fc.string({ unit, minLength: least, maxLength });
}

/** Texts that have broken something somewhere. */
export const hostileTexts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...['', ' ', '\n', '\t\r\n', '\u0000', 'a\u0000b', '\u001f', '\u007f'],
    ...['\ud800', 'a\udfffb', '\udc00\ud800', '\u202eabc', '\u2066x\u2069'],
    ...[
      '\ufeff',
      '\ufffd',
      '\uffff',
      '\u200b',
      '\u00a0',
      '\u2028',
      '\u{1f600}',
    ],
    ...['\u{10ffff}', 'שלום', 'مرحبا', '１２', 'İ', 'ß', 'x\u0301\u0301\u0301'],
    ...['null', 'undefined', 'NaN', 'Infinity', '-0', '1e9999', '0x10', '１'],
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'],
    ...["'", '"', "';drop table items;--", '%', '%%', '_', '\\', '*', '"*'],
    ...['zz:* | qq', '<->', '!', '&', '(', 'NEAR(', 'AND', 'a AND', '$1', '?'],
    ...['../x', '..', '.', '/', 'a/b', '{{7*7}}', '${x}', '=1+1', '<b>'],
    ...['2025-02-30', '0000-00-00', '99999-01-01', '2025-13-01', '24:00'],
    ...['user:default/', 'system:/', ':', 'a:b:c/d/e', '-', '--', 'x-', 'A-0'],
    ...['[]', '{}', '["-updatedAt"]', 'WyItdXBkYXRlZEF0Il0', 'a: &a [*a]'],
  ),
  plainWords(0, 30),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** Values that are hardly ever what was asked for. */
export const hostileValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, false, 0, -1, 1.5, 1e300, '', [], {}, [[]], [null]],
    ...[{ length: -1 }, { toString: 'x' }, { en: 1 }, ['a', 'a'], 'x', 7],
  ),
  hostileTexts,
  fc.constantFrom(30, 49, 60).map(nested),
);
