/** The year and the quarter of a season such as `2025-Q4`. @internal */
export function partsOfSeason(season: string): {
  year: string;
  quarter: string;
} {
  const [year, quarter = ''] = season.split('-Q');
  return { year, quarter };
}
