/**
 * Finding Chinese, Japanese and Korean text next to Latin words: tokens,
 * pinyin keys and match expressions. Pure; no I/O.
 *
 * @packageDocumentation
 */
export * from './matchQuery';
export * from './pinyinKeys';
export * from './questionWords';
export { fold, indexTokens, queryTerms } from './tokenize';
export * from './withoutQuestionWords';
