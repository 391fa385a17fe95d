import fc from 'fast-check';
import {
  indexTokens,
  pinyinKeys,
  queryTerms,
  toFts5Query,
  toTsQuery,
  withoutQuestionWords,
} from './index';

function finds(question: string, text: string): boolean {
  const tokens = [...indexTokens(text), ...pinyinKeys(text)];
  const terms = queryTerms(withoutQuestionWords(question));
  return (
    terms.length > 0 &&
    terms.every(term => tokens.some(token => token.startsWith(term)))
  );
}

describe('finding a text by a question', () => {
  it.each([
    ['who owns MES', '制造执行 MES'],
    ['谁负责MES', '制造执行 MES'],
    ['ＭＥＳ系统找谁', '制造执行 MES'],
    ['扫码枪 trouble', '仓储管理 WMS 扫码枪'],
    ['扫码枪频繁断连怎么办', '仓储管理 WMS 扫码枪'],
    ['trouble with my scanner', 'Warehouse scanner'],
    ['码', '扫码枪'],
    ['枪', '扫码枪'],
    ['majun', '马俊'],
    ['ma jun', '马俊'],
    ['mj', '马俊'],
    ['chenzhi', '陈志远'],
    ['czy', '陈志远'],
    ['远志', '志远志'],
    ['who', 'Who is who'],
  ])('%s finds %s', (question, text) => {
    expect(finds(question, text)).toBe(true);
  });

  it.each([
    ['扫枪', '扫码枪'],
    ['erp', '制造执行 MES'],
    ['mes 王海燕', '制造执行 MES 陈志远'],
    ['', '制造执行 MES'],
  ])('%s does not find %s', (question, text) => {
    expect(finds(question, text)).toBe(false);
  });

  it('finds every substring of a Chinese text, in any order', () => {
    const han = fc.stringMatching(/^[一-龥]{2,20}$/);
    const property = fc.property(han, fc.nat(), fc.nat(), (text, a, b) => {
      const [from, to] = [a % text.length, b % text.length].sort();
      const part = text.slice(Math.min(from, to), Math.max(from, to) + 1);
      const tokens = indexTokens(text);
      return queryTerms(part).every(term =>
        tokens.some(token => token.startsWith(term)),
      );
    });
    expect(fc.check(property).failed).toBe(false);
  });

  it('writes expressions that hostile text cannot leave', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const terms = queryTerms(text);
        return terms.every(term => /^[\p{L}\p{N}\p{M}〇]+$/u.test(term));
      }),
    );
    expect(queryTerms('⺀扫⺀码')).toEqual(['扫', '码']);
    expect(toFts5Query(['a"b', '扫码'])).toBe('"a""b"* AND "扫码"*');
    expect(toTsQuery(["a'b", '扫码'])).toBe("'a''b':* & '扫码':*");
    expect(toFts5Query(['a', 'b'], 'any')).toBe('"a"* OR "b"*');
    expect(toTsQuery(['a', 'b'], 'any')).toBe("'a':* | 'b':*");
  });
});
