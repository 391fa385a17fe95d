import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { DecisionRecord } from '@techbridge/plugin-bridge-common';
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
  const { quorum, count, recused } = record;
  const { t } = useTranslationRef(decisionsTranslationRef);
  const classes = useStyles();
  const language = useLanguage();
  const numbers = {
    'sheet.seats': membersOf(record).length,
    'sheet.present': quorum.present,
    'sheet.recused': recused.length,
    'sheet.needed': quorum.needed,
    'sheet.for': count.for,
    'sheet.against': count.against,
    'sheet.abstained': count.abstained,
  };
  const { weight } = count;
  return (
    <ul className={classes.count}>
      {Object.entries(numbers).map(([name, number]) => (
        <li key={name}>
          {t(name as keyof typeof numbers)}{' '}
          <span className={classes.number}>{number}</span>
        </li>
      ))}
      {weight && (
        <li>
          {t('sheet.weight', {
            inFavour: weight.for.toLocaleString(language),
            against: weight.against.toLocaleString(language),
          })}
        </li>
      )}
    </ul>
  );
}

/** Those who may vote, chair first. */
function membersOf({ electorate, recused }: DecisionRecord) {
  const out = recused.map(({ user }) => user);
  return electorate.filter(({ user }) => !out.includes(user));
}

function useNameOf(record: DecisionRecord) {
  const { electorate, recused, conditions, ballots = [] } = record;
  const { t } = useTranslationRef(decisionsTranslationRef);
  const titleOf = useTitles([
    ...[...electorate, ...recused].map(({ user }) => user),
    ...conditions.flatMap(({ owner, by }) => [owner, by]),
    ...ballots.flatMap(({ castBy }) => castBy ?? []),
  ]);
  const seatOf = (user: string, chair: boolean) =>
    chair ? t('sheet.chair', { person: titleOf(user) }) : titleOf(user);
  return { titleOf, seatOf };
}

function useVoteRows(record: DecisionRecord) {
  const { recused, ballots = [], ballot: kind } = record;
  const { t } = useTranslationRef(decisionsTranslationRef);
  const { t: tVotes } = useTranslationRef(votesTranslationRef);
  const language = useLanguage();
  const zone = useClock()?.timeZone;
  const { titleOf, seatOf } = useNameOf(record);
  const voted = membersOf(record).map(({ user, chair }) => {
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
      cells: [seatOf(user, chair), vote, ballot?.reason, when],
    };
  });
  const stepped = recused.map(({ user, kind: how, reason }) => {
    const why = reason[language];
    const isPlain = how === 'automatic' || how === 'left';
    const said = isPlain ? why : t(`sheet.${how}`, { reason: why });
    return { id: user, cells: [titleOf(user), t('sheet.recused'), said, ''] };
  });
  return [...voted, ...stepped];
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
  const people = membersOf(record).map(({ user, chair }) => ({
    user,
    name: seatOf(user, chair),
  }));
  return <SignatureTable people={people} />;
}
