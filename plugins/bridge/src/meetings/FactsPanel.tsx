import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Meeting } from '@techbridge/plugin-bridge-common';
import { useClock } from '../api/useClock';
import { useTitles } from '../api/useTitles';
import { Fact, FactList } from '../components/FactList';
import { formatDate } from '../components/formatDate';
import { formatMoment, formatTimeOfDay } from '../components/formatTime';
import { Panel } from '../components/Panel';
import { useLanguage } from '../components/useLanguage';
import { meetingsTranslationRef } from '../translation/meetings';
import { MeetingChip } from './MeetingChip';

const MINUTE = 60_000;

/** What is planned of a meeting. @internal */
export function FactsPanel({ meeting }: { meeting: Meeting }) {
  const { group, place, chair, quorum, quorumPercent, state } = meeting;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const language = useLanguage();
  const titleOf = useTitles([chair]);
  const { when, repeat } = usePlan(meeting);
  const { needed, expected } = quorum;
  const quorumText = t('facts.quorumValue', {
    needed: String(needed),
    expected: String(expected),
    percent: String(quorumPercent),
  });
  const facts: Fact[] = [
    { name: t('facts.when'), value: when },
    ...(place ? [{ name: t('facts.place'), value: place }] : []),
    { name: t('facts.board'), value: group.title[language] },
    { name: t('facts.chair'), value: titleOf(chair) },
    { name: t('facts.quorum'), value: quorumText },
    ...(repeat ? [{ name: t('facts.repeat'), value: repeat }] : []),
  ];
  return (
    <Panel title={t('facts.title')} actions={<MeetingChip state={state} />}>
      <FactList facts={facts} />
    </Panel>
  );
}

function usePlan({ startsAt, minutes, repeat }: Meeting) {
  const { t } = useTranslationRef(meetingsTranslationRef);
  const language = useLanguage();
  const timeZone = useClock()?.timeZone;
  const end = Date.parse(startsAt) + minutes * MINUTE;
  const when = t('facts.until', {
    from: formatMoment(startsAt, language, timeZone),
    until: formatTimeOfDay(end, language, timeZone),
  });
  const often = repeat && t('list.repeat', { count: repeat.weeks });
  return {
    when,
    repeat:
      repeat &&
      t('facts.repeatUntil', {
        often: String(often),
        date: formatDate(repeat.until, language),
      }),
  };
}
