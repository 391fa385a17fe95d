import { summaryOf, wordsOf } from './markdown';

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
