import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { Meeting, MeetingMinutes } from '@techbridge/plugin-bridge-common';
import { useClock } from '../../api/useClock';
import { TitleOf, useTitles } from '../../api/useTitles';
import { FactList } from '../../components/FactList';
import { formatMoment } from '../../components/formatTime';
import { MarkdownButton } from '../../components/MarkdownButton';
import { OnPaper } from '../../components/OnPaper';
import { PrintButton } from '../../components/PrintButton';
import { Sheet, SheetSection } from '../../components/Sheet';
import { SignatureTable } from '../../components/SignatureTable';
import { useLanguage } from '../../components/useLanguage';
import { meetingsTranslationRef } from '../../translation/meetings';
import { AgendaTable } from './AgendaTable';
import { peopleOf, signersOf } from './minutesPeople';

const useStyles = makeStyles(theme => ({
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

interface MinutesProps {
  meeting: Meeting;
  record: MeetingMinutes;
}

/** The minutes of a meeting that is over, as an office document. @internal */
export function MinutesSheet(props: MinutesProps) {
  const { meeting, record } = props;
  const { entries, hash, markdown } = record;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const classes = useStyles();
  const text = markdown[useLanguage()];
  const titleOf = useTitles(peopleOf(meeting, record));
  return (
    <Sheet
      title={t('minutes.title', { title: meeting.title })}
      actions={
        <div className={classes.actions}>
          <MarkdownButton name={`meeting-${meeting.id}`} text={text} />
          <PrintButton />
        </div>
      }
      proof={t('minutes.proof', { hash })}
    >
      <OnPaper />
      <Facts {...props} titleOf={titleOf} />
      <SheetSection title={t('minutes.agenda')}>
        {entries.length === 0 ? (
          <p>{t('minutes.empty')}</p>
        ) : (
          <AgendaTable entries={entries} titleOf={titleOf} />
        )}
        {meeting.hidden > 0 && (
          <p data-not-on-paper>
            {t('agenda.hidden', { count: meeting.hidden })}
          </p>
        )}
      </SheetSection>
      <Signatures {...props} titleOf={titleOf} />
    </Sheet>
  );
}

function Facts(props: MinutesProps & { titleOf: TitleOf }) {
  const { meeting, record, titleOf } = props;
  const { group, place, chair, openedAt, closedAt } = meeting;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const language = useLanguage();
  const timeZone = useClock()?.timeZone;
  const momentOf = (moment: string | null) =>
    moment ? formatMoment(moment, language, timeZone) : '–';
  const { present, needed } = record.quorum;
  const quorum = { present: String(present), needed: String(needed) };
  const met = present >= needed;
  const when = { from: momentOf(openedAt), until: momentOf(closedAt) };
  const attendance = useAttendance(record, titleOf);
  return (
    <FactList
      facts={[
        { name: t('facts.when'), value: t('facts.until', when) },
        { name: t('facts.place'), value: place ?? '–' },
        { name: t('facts.board'), value: group.title[language] },
        { name: t('minutes.chair'), value: titleOf(chair) },
        { name: t('minutes.recorder'), value: titleOf(record.recorder) },
        ...attendance,
        {
          name: t('facts.quorum'),
          value: met
            ? t('minutes.quorumMet', quorum)
            : t('minutes.quorumNotMet', quorum),
        },
      ]}
    />
  );
}

/** Who took part, and who did not: how many, and their names. */
function useAttendance({ members, quorum }: MeetingMinutes, titleOf: TitleOf) {
  const { t } = useTranslationRef(meetingsTranslationRef);
  const lineOf = (presence: 'present' | 'represented' | 'excused' | 'absent') =>
    members.filter(member => (member.presence ?? 'absent') === presence);
  const nameOf = ({ user, deputy }: (typeof members)[number]) => {
    const role = deputy && t('members.deputy', { person: titleOf(deputy) });
    const person = titleOf(user);
    return role ? t('minutes.role', { person, role }) : person;
  };
  const groups = (['present', 'represented', 'excused', 'absent'] as const).map(
    presence => ({
      name: t(`minutes.${presence}`),
      value: t('minutes.people', {
        number: String(lineOf(presence).length),
        people: lineOf(presence).map(nameOf).join(t('comma')) || '–',
      }),
    }),
  );
  const expected = { name: t('minutes.expected'), value: quorum.expected };
  return [expected, ...groups];
}

function Signatures(props: MinutesProps & { titleOf: TitleOf }) {
  const { meeting, record, titleOf } = props;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const people = signersOf(meeting, record).map(({ user, roles }) => {
    const words = roles.map(role => t(`minutes.${role}`)).join(t('comma'));
    const person = titleOf(user);
    return {
      user,
      name: words ? t('minutes.role', { person, role: words }) : person,
    };
  });
  return <SignatureTable people={people} />;
}
