import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { BALLOT_CHOICES, WorkflowPlay } from '@techbridge/plugin-bridge-common';
import { useLanguage } from '../../components/useLanguage';
import { playTranslationRef } from '../../translation/play';
import { votesTranslationRef } from '../../translation/votes';

type Words = WorkflowPlay['steps'][number]['words'];

/** Says what was done in a step. @internal */
export function useStepWords(): (words: Words) => string {
  const { t } = useTranslationRef(playTranslationRef);
  const language = useLanguage();
  const choiceName = useChoiceName();
  return words => {
    switch (words.kind) {
      case 'action':
        return words.label[language];
      case 'vote':
        return t('step.vote', {
          board: words.board[language],
          choice: choiceName(words.choice),
          count: words.times,
        });
      case 'veto':
      case 'meet':
      case 'recuse':
      case 'addVoter':
      case 'removeVoter':
        return t(`step.${words.kind}`, { board: words.board[language] });
      case 'after':
        return t('step.after', { time: words.time[language] });
      case 'until':
        return t('step.until');
      case 'event':
        return t('step.event', { name: words.name });
      default:
        return t('step.start');
    }
  };
}

/** Says what a vote is called. @internal */
export function useChoiceName(): (choice: string) => string {
  const { t } = useTranslationRef(votesTranslationRef);
  return choice => {
    const known = BALLOT_CHOICES.find(one => one === choice);
    return known ? t(`choice.${known}`) : choice;
  };
}
