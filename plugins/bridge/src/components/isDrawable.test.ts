import { isDrawable } from './isDrawable';

const fenced = (code: string) => `\`\`\`xml\n${code}\n\`\`\`\n`;

describe('isDrawable', () => {
  it.each([
    ['nothing', ''],
    ['a long text', 'Words 换模。 '.repeat(20_000)],
    ['a large table', '| a | b | c |\n'.repeat(1000)],
    ['many links', '[a](b) '.repeat(2000)],
    ['a list in a quotation in a list', '- > 1. > - > a\n'.repeat(100)],
    ['a deep list', '                - a\n                    - b'],
    ['long code', fenced('<row a="1"/>\n'.repeat(2000))],
    ['a rule of many signs', '* * * * * *\n'],
  ])('draws %s', (_, text) => {
    expect(isDrawable(text)).toBe(true);
  });

  it.each([
    ['quotations', '>'.repeat(20_000)],
    ['lists in a line', `${'- '.repeat(2000)}a`],
    ['lists by indenting', ' '.repeat(200).concat('- a')],
    ['tags', '<b>'.repeat(1000)],
    ['brackets', '['.repeat(50_000)],
    ['deletions', '~a ~~b'.repeat(10_000)],
    ['cells', '|a'.repeat(20_000)],
    ['tags beside code', `${fenced('a')}${'<b>'.repeat(400)}${fenced('b')}`],
    ['code that does not end', `\`\`\`\n${'<b>'.repeat(400)}`],
  ])('does not draw too many %s', (_, text) => {
    expect(isDrawable(text)).toBe(false);
  });

  // With a pattern that goes back over the text these take minutes.
  it.each([
    ['`'.repeat(200_000), true],
    ['```\n'.repeat(50_000), true],
    [' '.repeat(200_000), true],
    [`${' '.repeat(300)}\n`.repeat(600), true],
    ['1'.repeat(200_000), true],
    [`${'> '.repeat(12)}\n`.repeat(8000), true],
    ['1. '.repeat(60_000), false],
  ])('decides at once', (text, drawable) => {
    expect(isDrawable(text)).toBe(drawable);
  });
});
