import { comparisonsIn, isAmong, withValues } from './comparisons';
import { canonical, Demand, withDemand } from './flags';
import { SettingValue } from './Setting';

const BLANK = '·';

/**
 * A condition with other settings.
 *
 * @param values - by what stands behind the `#` of their paths: the place of a
 *   comparison, or the field that is asked for
 * @internal
 */
export function withConditionSettings(
  source: string,
  values: ReadonlyMap<string, SettingValue>,
): string {
  const compared = new Map(
    [...values]
      .filter(([key]) => isPlace(key))
      .map(([key, value]) => [Number(key), value as string]),
  );
  return [...values]
    .filter(([key]) => !isPlace(key))
    .reduce(
      (text, [field, value]) => withDemand(text, field, value as Demand),
      withValues(source, compared),
    );
}

/**
 * What a condition says besides its settings, written alike however they are
 * set and wherever its lines end.
 *
 * @param keys - as the values of `withConditionSettings` have them
 * @internal
 */
export function withoutConditionSettings(
  source: string,
  keys: string[],
): string {
  const comparisons = comparisonsIn(source);
  const blank = (key: string): SettingValue => {
    const comparison = comparisons[Number(key)];
    return comparison && isAmong(comparison) ? [] : BLANK;
  };
  const values = keys.map((key): [string, SettingValue] => [
    key,
    isPlace(key) ? blank(key) : 'any',
  ]);
  return canonical(withConditionSettings(source, new Map(values)));
}

function isPlace(key: string): boolean {
  return /^\d+$/.test(key);
}
