import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { PendingTimer } from '@techbridge/plugin-bridge-common';
import { operationsTranslationRef } from '../translation/operations';
import { useLanguage } from './useLanguage';

/** What a timer is for, as the bridge tells it. @internal */
export type TimerMeaning = Pick<PendingTimer, 'kind' | 'board' | 'leadsTo'>;

/** Says what a timer does, in the reader's words. @internal */
export function useTimerMeaning(): (timer: TimerMeaning) => string {
  const { t } = useTranslationRef(operationsTranslationRef);
  const language = useLanguage();
  return ({ kind, board, leadsTo }) => {
    if (board) {
      const words = kind === 'deadline' ? 'deadline' : 'remindBoard';
      return t(`timers.${words}`, { board: board[language] });
    }
    if (kind === 'way') {
      return leadsTo
        ? t('timers.way', { state: leadsTo[language] })
        : t('timers.wayOn');
    }
    return t(kind === 'reminder' ? 'timers.reminder' : 'timers.action');
  };
}
