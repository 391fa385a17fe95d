import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import {
  decisionFigures,
  DecisionRecord,
} from '@techbridge/plugin-bridge-common';
import { useClock } from '../../api/useClock';
import { useTitles } from '../../api/useTitles';
import { FactList } from '../../components/FactList';
import { formatMoment } from '../../components/formatTime';
import { MarkdownButton } from '../../components/MarkdownButton';
import { Sheet, SheetSection } from '../../components/Sheet';
import { useLanguage } from '../../components/useLanguage';
import { meetingRouteRef } from '../../routes';
import { decisionsTranslationRef } from '../../translation/decisions';
import { votesTranslationRef } from '../../translation/votes';
import { DecisionBefore } from './DecisionBefore';
import {
  ChangeTable,
  ConditionTable,
  Signatures,
  VoteTable,
} from './SheetTables';
import { useCourse } from './useCourse';

const useStyles = makeStyles(theme => ({
  outcome: { fontSize: 16, fontWeight: 700 },
  rule: { margin: 0, paddingLeft: theme.spacing(2.5), fontSize: 14 },
}));

/** The record of one board, as an office document. @internal */
export function DecisionSheet({ record }: { record: DecisionRecord }) {
  const { t } = useTranslationRef(decisionsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const { label, workflow, ballotsHash, rule, changes, conditions } = record;
  return (
    <Sheet
      title={t('sheet.title', { board: label[language] })}
      actions={<SaveButton record={record} />}
      proof={t('sheet.proof', {
        rules: workflow.hash,
        votes: ballotsHash ?? '–',
      })}
    >
      <Facts record={record} />
      {record.reopens && <DecisionBefore reopens={record.reopens} />}
      <SheetSection title={t('sheet.votes')}>
        <VoteTable record={record} />
      </SheetSection>
      {changes && (
        <SheetSection title={t('sheet.changes')}>
          <ChangeTable record={record} />
        </SheetSection>
      )}
      {conditions.length > 0 && (
        <SheetSection title={t('sheet.conditions')}>
          <ConditionTable record={record} />
        </SheetSection>
      )}
      <SheetSection title={t('sheet.rule')}>
        <ul className={classes.rule}>
          {rule.map(sentence => (
            <li key={sentence.en}>{sentence[language]}</li>
          ))}
        </ul>
      </SheetSection>
      <Signatures record={record} />
    </Sheet>
  );
}

function SaveButton({ record }: { record: DecisionRecord }) {
  const { item, board, round, markdown } = record;
  const text = markdown[useLanguage()];
  return <MarkdownButton name={`${item.key}-${board}-${round}`} text={text} />;
}

function Facts({ record }: { record: DecisionRecord }) {
  const { item, workflow, round, openedAt, closedAt, state, tacit } = record;
  const { meeting } = record;
  const { t } = useTranslationRef(decisionsTranslationRef);
  const { t: tVotes } = useTranslationRef(votesTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const zone = useClock()?.timeZone;
  const version = String(workflow.version);
  const title = workflow.title[language];
  const outcome = tacit ? 'outcome.tacit' : (`outcome.${state}` as const);
  const lines = {
    'sheet.item': `${item.key} ${item.title}`,
    'sheet.workflow': t('sheet.version', { workflow: title, version }),
    'sheet.round': String(round),
    'sheet.opened': formatMoment(openedAt, language, zone),
    'sheet.closed': closedAt ? formatMoment(closedAt, language, zone) : '–',
    ...(meeting && { 'sheet.meeting': <MeetingLink {...meeting} /> }),
    'sheet.outcome': <span className={classes.outcome}>{tVotes(outcome)}</span>,
  };
  const facts = Object.entries(lines).map(([name, value]) => ({
    name: t(name as keyof typeof lines),
    value,
  }));
  const course = useCourse(useTitles(decisionFigures(record).escalatedTo));
  return <FactList facts={[...facts, ...course(record)]} />;
}

function MeetingLink(meeting: NonNullable<DecisionRecord['meeting']>) {
  const { id, title, startsAt } = meeting;
  const { t } = useTranslationRef(decisionsTranslationRef);
  const language = useLanguage();
  const zone = useClock()?.timeZone;
  const path = useRouteRef(meetingRouteRef)({ id: String(id) });
  const time = formatMoment(startsAt, language, zone);
  return <Link to={path}>{t('sheet.meetingAt', { title, time })}</Link>;
}
