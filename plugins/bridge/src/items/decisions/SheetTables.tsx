import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import {
  decisionFigures,
  DecisionRecord,
} from '@techbridge/plugin-bridge-common';
import { useClock } from '../../api/useClock';
import { useTitles } from '../../api/useTitles';
import { formatDate } from '../../components/formatDate';
import { formatMoment } from '../../components/formatTime';
import { SheetTable } from '../../components/SheetTable';
import { SignatureTable } from '../../components/SignatureTable';
import { useLanguage } from '../../components/useLanguage';
import { decisionsTranslationRef } from '../../translation/decisions';
import { termsTranslationRef } from '../../translation/terms';
import { votesTranslationRef } from '../../translation/votes';
import { useSeatWords } from './useSeatWords';

const useStyles = makeStyles(theme => ({
  count: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2.5),
    margin: theme.spacing(0, 0, 1.5),
    padding: 0,
    listStyle: 'none',
    fontSize: 14,
  },
  number: { fontWeight: 700 },
}));

interface SheetProps {
  record: DecisionRecord;
}

/** The count, and who voted how, or stepped aside. @internal */
export function VoteTable({ record }: SheetProps) {
  const { t } = useTranslationRef(decisionsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const rows = useVoteRows(record);
  const head = [
    term('sheet.name'),
    t('sheet.vote'),
    t('sheet.reason'),
    t('sheet.when'),
  ];
  return (
    <>
      <Count record={record} />
      {record.ballot === 'secret' && <p>{t('sheet.secret')}</p>}
      <SheetTable
        label={t('sheet.votes')}
        head={head}
        rows={rows}
        widths={[22, 20, 38, 20]}
      />
    </>
  );
}

function Count({ record }: SheetProps) {
  const { t } = useTranslationRef(decisionsTranslationRef);
  const classes = useStyles();
  const { numbers } = decisionFigures(record);
  return (
    <ul className={classes.count}>
      {Object.entries(numbers).map(([name, number]) => (
        <li key={name}>
          {t(`sheet.${name as keyof typeof numbers}`)}{' '}
          <span className={classes.number}>{number}</span>
        </li>
      ))}
    </ul>
  );
}

function useNameOf(record: DecisionRecord) {
  const { electorate, recused, conditions, ballots = [] } = record;
  const { changes = [] } = record;
  const titleOf = useTitles([
    ...[...electorate, ...recused].map(({ user }) => user),
    ...conditions.flatMap(({ owner, by }) => [owner, by]),
    ...changes.flatMap(({ voter, by }) => [voter, by]),
    ...ballots.flatMap(({ castBy }) => castBy ?? []),
    ...recused.flatMap(({ by }) => by ?? []),
  ]);
  return { titleOf, ...useSeatWords(titleOf) };
}

function useVoteRows(record: DecisionRecord) {
  const { ballots = [], ballot: kind } = record;
  const { t } = useTranslationRef(decisionsTranslationRef);
  const { t: tVotes } = useTranslationRef(votesTranslationRef);
  const language = useLanguage();
  const zone = useClock()?.timeZone;
  const { titleOf, seatOf, recusalOf } = useNameOf(record);
  const { members, recused } = decisionFigures(record);
  const voted = members.map(member => {
    const { user } = member;
    const ballot = ballots.find(({ voter }) => voter === user);
    const silent = kind === 'secret' ? '' : t('sheet.notVoted');
    const by = ballot?.castBy && titleOf(ballot.castBy);
    const vote = ballot
      ? [
          tVotes(`choice.${ballot.choice}`),
          ...(by ? [t('sheet.castBy', { person: by })] : []),
        ].join(' · ')
      : silent;
    const when = ballot && formatMoment(ballot.at, language, zone);
    return {
      id: user,
      cells: [seatOf(member), vote, ballot?.reason, when],
    };
  });
  const stepped = recused.map(recusal => {
    const { user, reason } = recusal;
    const cells = [titleOf(user), recusalOf(recusal), reason[language], ''];
    return { id: user, cells };
  });
  return [...voted, ...stepped];
}

/** Who was added and removed while it voted, by whom and why. @internal */
export function ChangeTable({ record }: SheetProps) {
  const { changes = [] } = record;
  const { lost } = decisionFigures(record);
  const { t } = useTranslationRef(decisionsTranslationRef);
  const { t: tVotes } = useTranslationRef(votesTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const zone = useClock()?.timeZone;
  const { titleOf } = useNameOf(record);
  const lostVoteOf = (user: string) => {
    const vote = lost.get(user);
    return vote
      ? [t('sheet.notCounted', { vote: tVotes(`choice.${vote}`) })]
      : [];
  };
  const wordsOf = ({ voter, change }: (typeof changes)[number]) =>
    change === 'add'
      ? t('sheet.added')
      : [t('sheet.removed'), ...lostVoteOf(voter)].join(' · ');
  return (
    <SheetTable
      label={t('sheet.changes')}
      head={[
        ...[term('sheet.name'), t('sheet.change'), t('sheet.reason')],
        ...[t('sheet.by'), t('sheet.when')],
      ]}
      rows={changes.map(made => ({
        id: `${made.voter} ${made.at} ${made.change}`,
        cells: [
          ...[titleOf(made.voter), wordsOf(made), made.reason],
          titleOf(made.by),
          formatMoment(made.at, language, zone),
        ],
      }))}
      widths={[18, 20, 28, 16, 18]}
    />
  );
}

/** What a conditional decision asks for. @internal */
export function ConditionTable({ record }: SheetProps) {
  const { t } = useTranslationRef(decisionsTranslationRef);
  const language = useLanguage();
  const { titleOf } = useNameOf(record);
  return (
    <SheetTable
      label={t('sheet.conditions')}
      head={[
        t('sheet.condition'),
        t('sheet.owner'),
        t('sheet.due'),
        t('sheet.askedBy'),
      ]}
      rows={record.conditions.map(({ id, text, owner, due, by }) => ({
        id,
        cells: [text, titleOf(owner), formatDate(due, language), titleOf(by)],
      }))}
      widths={[46, 18, 18, 18]}
    />
  );
}

/** Where those who decided sign by hand. @internal */
export function Signatures({ record }: SheetProps) {
  const { seatOf } = useNameOf(record);
  const people = decisionFigures(record).members.map(member => ({
    user: member.user,
    name: seatOf(member),
  }));
  return <SignatureTable people={people} />;
}
