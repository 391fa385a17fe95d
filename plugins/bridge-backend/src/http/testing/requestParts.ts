import fc from 'fast-check';

/** Bigger than what is read of a body. */
const TOO_LARGE = JSON.stringify({ text: 'x'.repeat(1_100_000) });

/** Bodies that are no JSON, or no JSON of this world. */
export const brokenBodies = fc.oneof(
  { weight: 1, arbitrary: fc.constant(TOO_LARGE) },
  {
    weight: 60,
    arbitrary: fc.constantFrom(
      ...[
        '',
        '{',
        '[]',
        '[[]]',
        'null',
        '"x"',
        '7',
        '{"a":}',
        '\u0000',
        '{}{}',
      ],
      ...[
        '{"__proto__":{"polluted":1}}',
        '{"data":{"__proto__":{}}}',
        '\ufeff{}',
      ],
      ...['{"constructor":{"prototype":{"polluted":1}}}', '{"rev":1,"rev":2}'],
      ...['{"rev":1e400}', '{"rev":-0}', '{"text":"\\ud800"}', '{"a":"\\x"}'],
      ...[`{"data":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, 'a=1&b=2'],
    ),
  },
);

/** Headers that a request hardly ever has. */
export const oddHeaders = fc.constantFrom<{ [name: string]: string }>(
  { 'Content-Type': 'text/plain' },
  { 'Content-Type': 'application/json; charset=utf-16' },
  { 'Content-Type': 'application/json; charset=nothing' },
  { 'Content-Type': 'application/vnd.api+json' },
  { 'Content-Type': 'nonsense' },
  { 'Content-Encoding': 'gzip' },
  { 'Content-Encoding': 'br' },
  { 'Content-Encoding': 'deflate' },
  { 'Content-Encoding': 'nothing' },
  { 'Accept-Language': 'x'.repeat(2_000) },
  { 'Accept-Language': ';q=,,*;q=0' },
  { Accept: 'text/html' },
  { Accept: 'nothing' },
  { 'If-Match': '*' },
  { 'If-Match': '"' },
  { 'If-Match': '"1"' },
  { 'If-Match': 'W/"1"' },
  { 'If-Match': '"\u00ff"' },
  { 'Idempotency-Key': '' },
  { 'Idempotency-Key': 'a b' },
  { 'Idempotency-Key': '\u00e9' },
  { 'Idempotency-Key': 'x'.repeat(256) },
  { Range: 'bytes=0-1' },
  { 'If-None-Match': '*' },
  { 'X-HTTP-Method-Override': 'DELETE' },
);

/** Headers as a browser sends them. */
export const plainHeaders = fc.record(
  {
    'Accept-Language': fc.constantFrom('zh-CN,zh;q=0.9', 'en', 'fr'),
    // Few enough keys that some come twice, for the same and for others.
    'Idempotency-Key': fc.nat(20_000).map(number => `key-${number}`),
  },
  { requiredKeys: [] },
);

/** Parts of a query that no operation asks for like this. */
export const strangeQueries = fc.constantFrom<[string, string]>(
  ...([
    ['limit', '1e9'],
    ['limit', '１'],
    ['limit', '0x10'],
    ['limit', ''],
    ['a[b]', '1'],
    ['__proto__', '1'],
    ['cursor', 'WyItdXBkYXRlZEF0Iiwi4oCuIl0'],
    ['order', 'toString'],
    ['\ud800', '\udfff'],
  ] as [string, string][]),
);
