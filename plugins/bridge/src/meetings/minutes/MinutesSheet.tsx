import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import {
  Meeting,
  MeetingMinutes,
  minutesSigners,
} from '@techbridge/plugin-bridge-common';
import { useClock } from '../../api/useClock';
import { TitleOf, useTitles } from '../../api/useTitles';
import { FactList } from '../../components/FactList';
import { formatEnd, formatMoment } from '../../components/formatTime';
import { MarkdownButton } from '../../components/MarkdownButton';
import { OnPaper } from '../../components/OnPaper';
import { PrintButton } from '../../components/PrintButton';
import { Sheet, SheetSection } from '../../components/Sheet';
import { SignatureTable } from '../../components/SignatureTable';
import { useLanguage } from '../../components/useLanguage';
import { meetingsTranslationRef } from '../../translation/meetings';
import { minutesTranslationRef } from '../../translation/minutes';
import { AgendaTable } from './AgendaTable';
import { peopleOf } from './minutesPeople';

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
  const { t } = useTranslationRef(minutesTranslationRef);
  const { t: ofMeeting } = useTranslationRef(meetingsTranslationRef);
  const classes = useStyles();
  const text = markdown[useLanguage()];
  const titleOf = useTitles(peopleOf(meeting, record));
  return (
    <Sheet
      title={t('title', { title: meeting.title })}
      actions={
        <div className={classes.actions}>
          <MarkdownButton name={`meeting-${meeting.id}`} text={text} />
          <PrintButton />
        </div>
      }
      proof={t('proof', { hash })}
    >
      <OnPaper />
      <Facts {...props} titleOf={titleOf} />
      <SheetSection title={t('agenda')}>
        {entries.length === 0 ? (
          <p>{t('empty')}</p>
        ) : (
          <AgendaTable entries={entries} titleOf={titleOf} />
        )}
        {meeting.hidden > 0 && (
          <p data-not-on-paper>
            {ofMeeting('agenda.hidden', { count: meeting.hidden })}
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
  const { t } = useTranslationRef(minutesTranslationRef);
  const { t: ofMeeting } = useTranslationRef(meetingsTranslationRef);
  const language = useLanguage();
  const timeZone = useClock()?.timeZone;
  const begun = openedAt ?? closedAt;
  const { present, needed } = record.quorum;
  const quorum = { present: String(present), needed: String(needed) };
  const met = present >= needed;
  const when = begun &&
    closedAt && {
      from: formatMoment(begun, language, timeZone),
      until: formatEnd(begun, closedAt, language, timeZone),
    };
  const attendance = useAttendance(record, titleOf);
  return (
    <FactList
      facts={[
        {
          name: ofMeeting('facts.when'),
          value: when ? ofMeeting('facts.until', when) : '–',
        },
        { name: ofMeeting('facts.place'), value: place ?? '–' },
        { name: ofMeeting('facts.board'), value: group.title[language] },
        { name: t('chair'), value: titleOf(chair) },
        { name: t('recorder'), value: titleOf(record.recorder) },
        ...attendance,
        {
          name: ofMeeting('facts.quorum'),
          value: met ? t('quorumMet', quorum) : t('quorumNotMet', quorum),
        },
      ]}
    />
  );
}

/** Who took part, and who did not: how many, and their names. */
function useAttendance({ members, quorum }: MeetingMinutes, titleOf: TitleOf) {
  const { t } = useTranslationRef(minutesTranslationRef);
  const { t: ofMeeting } = useTranslationRef(meetingsTranslationRef);
  const lineOf = (presence: 'present' | 'represented' | 'excused' | 'absent') =>
    members.filter(member => (member.presence ?? 'absent') === presence);
  const nameOf = ({ user, deputy }: (typeof members)[number]) => {
    const role =
      deputy && ofMeeting('members.deputy', { person: titleOf(deputy) });
    const person = titleOf(user);
    return role ? t('role', { person, role }) : person;
  };
  const groups = (['present', 'represented', 'excused', 'absent'] as const).map(
    presence => ({
      name: t(presence),
      value: t('people', {
        number: String(lineOf(presence).length),
        people: lineOf(presence).map(nameOf).join(ofMeeting('comma')) || '–',
      }),
    }),
  );
  const expected = { name: t('expected'), value: quorum.expected };
  return [expected, ...groups];
}

function Signatures(props: MinutesProps & { titleOf: TitleOf }) {
  const { meeting, record, titleOf } = props;
  const { t } = useTranslationRef(minutesTranslationRef);
  const { t: ofMeeting } = useTranslationRef(meetingsTranslationRef);
  const people = minutesSigners(meeting, record).map(signer => {
    const { user, roles, standsInFor } = signer;
    const members = standsInFor.map(titleOf).join(ofMeeting('comma'));
    const words = [
      ...roles.map(role => t(role)),
      ...(members ? [t('signsFor', { people: members })] : []),
    ].join(ofMeeting('comma'));
    const person = titleOf(user);
    return {
      user,
      name: words ? t('role', { person, role: words }) : person,
    };
  });
  return <SignatureTable people={people} />;
}
