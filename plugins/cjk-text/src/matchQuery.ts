/**
 * The match expression of SQLite FTS5 that wants every term, or any of them, to
 * begin a token. Terms hold letters and digits only (see `queryTerms`); quotes are doubled
 * all the same.
 *
 * @public
 */
export function toFts5Query(
  terms: string[],
  wanted: 'all' | 'any' = 'all',
): string {
  return terms
    .map(term => `"${term.replaceAll('"', '""')}"*`)
    .join(wanted === 'all' ? ' AND ' : ' OR ');
}

/**
 * The `tsquery` of PostgreSQL that wants every term, or any of them, to begin a
 * lexeme; for a cast, not for `to_tsquery`, so that no dictionary touches it.
 *
 * @public
 */
export function toTsQuery(
  terms: string[],
  wanted: 'all' | 'any' = 'all',
): string {
  return terms
    .map(term => `'${term.replaceAll("'", "''").replaceAll('\\', '\\\\')}':*`)
    .join(wanted === 'all' ? ' & ' : ' | ');
}
