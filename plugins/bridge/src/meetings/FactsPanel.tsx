import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Meeting } from '@techbridge/plugin-bridge-common';
import { useClock } from '../api/useClock';
import { useTitles } from '../api/useTitles';
import { Fact, FactList } from '../components/FactList';
import { formatDate } from '../components/formatDate';
import { formatEnd, formatMoment } from '../components/formatTime';
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
  const { when, repeat, inSeries } = usePlan(meeting);
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
    ...(inSeries ? [{ name: t('facts.inSeries'), value: inSeries }] : []),
  ];
  return (
    <Panel title={t('facts.title')} actions={<MeetingChip state={state} />}>
      <FactList facts={facts} />
    </Panel>
  );
}

function usePlan({ startsAt, seriesAt, minutes, repeat }: Meeting) {
  const { t } = useTranslationRef(meetingsTranslationRef);
  const language = useLanguage();
  const timeZone = useClock()?.timeZone;
  const end = new Date(Date.parse(startsAt) + minutes * MINUTE).toISOString();
  const when = t('facts.until', {
    from: formatMoment(startsAt, language, timeZone),
    until: formatEnd(startsAt, end, language, timeZone),
  });
  const often = repeat && t('list.repeat', { count: repeat.weeks });
  const isMoved = repeat && seriesAt && seriesAt !== startsAt;
  return {
    when,
    inSeries: isMoved && formatMoment(seriesAt, language, timeZone),
    repeat:
      repeat &&
      t('facts.repeatUntil', {
        often: String(often),
        date: formatDate(repeat.until, language),
      }),
  };
}
