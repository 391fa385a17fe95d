/**
 * Two letters for a person: of a Chinese name its last two characters, as
 * colleagues call each other; of another name its first letters.
 *
 * @internal
 */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = ''] = words;
  if (/\p{Script=Han}/u.test(first)) {
    return [...first].slice(-2).join('');
  }
  return words
    .slice(0, 2)
    .map(word => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase('en-US');
}
