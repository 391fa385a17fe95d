import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ItemMeeting } from '@techbridge/plugin-bridge-common';
import { useClock } from '../../api/useClock';
import { formatMoment } from '../../components/formatTime';
import { useLanguage } from '../../components/useLanguage';
import { decisionsTranslationRef } from '../../translation/decisions';

/** Says in which meeting an item was dealt with, or will be. @internal */
export function useMeetingWords(): (meeting: ItemMeeting) => string {
  const { t } = useTranslationRef(decisionsTranslationRef);
  const language = useLanguage();
  const timeZone = useClock()?.timeZone;
  return ({ title, startsAt, state }) =>
    t(`meetings.${state}`, {
      title,
      time: formatMoment(startsAt, language, timeZone),
    });
}
