import { escapeMarkdown, paragraphsOf, summaryOf, wordsOf } from './markdown';

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

describe('the first words of a text', () => {
  it('are what stands under headings, without marks', () => {
    const text = [
      '# 标题',
      '!!! note "注意"',
      '| a | b |',
      '| --- | --- |',
      '![图](data:image/png;base64,AAAA)',
      '> **先**看 [手册](https://x.test/a) 第`3`页',
      '- [ ] 再<b>复位</b>',
      '```js',
      'run()',
      '```',
      '1. 2\\. 次',
    ].join('\n');
    expect(summaryOf(text)).toBe('图 先看 手册 第3页 再 复位 run() 2. 次');
  });

  it('end at a whole character, and hold no invisible ones', () => {
    expect(summaryOf('𠮷'.repeat(200), 10)).toBe(`${'𠮷'.repeat(9)}…`);
    expect(summaryOf('a\u202eb\u000bc')).toBe('ab c');
    expect(summaryOf('')).toBe('');
  });

  it('take no time to find in a hostile text', () => {
    const began = Date.now();
    for (const part of [
      '![',
      '[a](',
      '<a',
      '> ',
      '- ',
      '#',
      '|',
      'data:',
      '1. ',
      '*',
      '\\',
    ]) {
      const text = part.repeat(Math.floor(200_000 / part.length));
      summaryOf(text);
      wordsOf(text);
    }
    expect(Date.now() - began).toBeLessThan(5_000);
  });
});
