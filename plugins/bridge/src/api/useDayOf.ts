import { useCallback } from 'react';
import { formatDate } from '../components/formatDate';
import { useLanguage } from '../components/useLanguage';
import { useClock } from './useClock';

/** Says on which day in the plant a moment was. @internal */
export function useDayOf(): (moment: string) => string {
  const language = useLanguage();
  const timeZone = useClock()?.timeZone;
  return useCallback(
    moment => formatDate(moment, language, timeZone),
    [language, timeZone],
  );
}
