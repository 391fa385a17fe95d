type Parts = { [name: string]: unknown };

const BLANK = '·';

/**
 * A part of a definition without what people read: names and hints, and what a
 * notification says. Two parts that are the same then differ in words only.
 *
 * @internal
 */
export function withoutWords(part: unknown): unknown {
  if (Array.isArray(part)) {
    return part.map(withoutWords);
  }
  if (typeof part !== 'object' || part === null) {
    return part;
  }
  if (Object.keys(part).sort().join() === 'en,zh') {
    return BLANK;
  }
  const { use, with: given }: Parts = { ...part };
  // What is written into fields or handed over is data, whatever it looks like.
  const entries = Object.entries(part).map(([name, value]) => [
    name,
    ['set', 'with'].includes(name) ? value : withoutWords(value),
  ]);
  const said = { ...(given as Parts), title: BLANK, message: BLANK };
  return {
    ...Object.fromEntries(entries),
    ...(use === 'notify' && { with: said }),
  };
}
