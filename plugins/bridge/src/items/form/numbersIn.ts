const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * The entries of a text that was pasted from a spreadsheet: apart by spaces,
 * tabs, lines, commas or semicolons, also those of Chinese. What is no number
 * stays as it was written.
 *
 * @internal
 */
export function numbersIn(text: string): (number | string)[] {
  return text
    .normalize('NFKC')
    .replace(/−/g, '-')
    .split(/[\s,;、]+/)
    .filter(Boolean)
    .map(entry => (isNumber(entry) ? Number(entry) : entry));
}

function isNumber(entry: string): boolean {
  return NUMBER.test(entry) && Number.isFinite(Number(entry));
}
