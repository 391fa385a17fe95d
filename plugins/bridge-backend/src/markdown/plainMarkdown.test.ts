import { escapeMarkdown, paragraphsOf } from './plainMarkdown';

describe('what people write, inside Markdown', () => {
  it.each([
    ['# no heading', '\\# no heading'],
    ['C# and 5~10 and a_b', 'C# and 5~10 and a_b'],
    ['not closed #', 'not closed \\#'],
    ['- no list', '\\- no list'],
    ['1. no list', '1\\. no list'],
    ['2.5 h and -3 and +15 %', '2.5 h and -3 and +15 %'],
    ['> no quotation', '\\> no quotation'],
    ['!!! danger', '\\!!! danger'],
    ['--- ===', '\\--- ==='],
    ['*a* _b_ __c__', '\\*a\\* \\_b\\_ \\_\\_c\\_\\_'],
    ['~~gone~~ ~~~', '\\~~gone\\~~ \\~\\~~'],
    ['![x](http://a/b.png)', '!\\[x\\](http://a/b.png)'],
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['`code` a|b', '\\`code\\` a\\|b'],
    ['a &lt; b & c', 'a \\&lt; b & c'],
    ['back\\slash', 'back\\\\slash'],
    ['two\n\n\nlines', 'two lines'],
  ])('%s', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  it('keeps one paragraph a line', () => {
    expect(paragraphsOf(' 先停机\r\n\r\n# 再复位 ')).toEqual([
      '先停机',
      '\\# 再复位',
    ]);
  });
});
