import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { DecisionRecord } from '@techbridge/plugin-bridge-common';
import { ReactNode, useId } from 'react';
import { useClock } from '../../api/useClock';
import { formatMoment } from '../../components/formatTime';
import { mutedText } from '../../components/mutedText';
import { saveText } from '../../components/saveText';
import { useLanguage } from '../../components/useLanguage';
import { decisionsTranslationRef } from '../../translation/decisions';
import { itemsTranslationRef } from '../../translation/items';
import { ConditionTable, Signatures, VoteTable } from './SheetTables';

const useStyles = makeStyles(theme => ({
  root: {
    maxWidth: 900,
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    padding: theme.spacing(4),
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
  },
  top: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1, 2) },
  title: { flex: 1, fontSize: 22, fontWeight: 700, margin: 0, minWidth: 220 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: theme.spacing(0.5, 2),
    margin: theme.spacing(2, 0, 0),
    fontSize: 14,
    '& dt': { color: mutedText(theme) },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  outcome: { fontSize: 16, fontWeight: 700 },
  heading: { fontSize: 15, fontWeight: 600, margin: theme.spacing(2.5, 0, 1) },
  rule: { margin: 0, paddingLeft: theme.spacing(2.5), fontSize: 14 },
  proof: {
    marginTop: theme.spacing(2.5),
    color: mutedText(theme),
    fontSize: 11.5,
    overflowWrap: 'anywhere',
  },
}));

/** The record of one board, as an office document. @internal */
export function DecisionSheet({ record }: { record: DecisionRecord }) {
  const { t } = useTranslationRef(decisionsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const titleId = useId();
  const { label, workflow, ballotsHash, rule, conditions } = record;
  return (
    <article className={classes.root} data-sheet aria-labelledby={titleId}>
      <div className={classes.top}>
        <h2 id={titleId} className={classes.title}>
          {t('sheet.title', { board: label[language] })}
        </h2>
        <Button
          size="small"
          data-not-on-paper
          onClick={() => save(record, record.markdown[language])}
        >
          {t('sheet.markdown')}
        </Button>
      </div>
      <Facts record={record} />
      <Section title={t('sheet.votes')}>
        <VoteTable record={record} />
      </Section>
      {conditions.length > 0 && (
        <Section title={t('sheet.conditions')}>
          <ConditionTable record={record} />
        </Section>
      )}
      <Section title={t('sheet.rule')}>
        <ul className={classes.rule}>
          {rule.map(sentence => (
            <li key={sentence.en}>{sentence[language]}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('sheet.signatures')}>
        <Signatures record={record} />
      </Section>
      <p className={classes.proof}>
        {t('sheet.proof', { rules: workflow.hash, votes: ballotsHash ?? '–' })}
      </p>
    </article>
  );
}

function Section(props: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className={useStyles().heading}>{props.title}</h3>
      {props.children}
    </section>
  );
}

function Facts({ record }: { record: DecisionRecord }) {
  const { item, workflow, round, openedAt, closedAt, state, tacit } = record;
  const { t } = useTranslationRef(decisionsTranslationRef);
  const { t: tItems } = useTranslationRef(itemsTranslationRef);
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
  };
  return (
    <dl className={classes.facts}>
      {Object.entries(lines).map(([name, value]) => (
        <Fact key={name} name={t(name as keyof typeof lines)}>
          {value}
        </Fact>
      ))}
      <Fact name={t('sheet.outcome')}>
        <span className={classes.outcome}>{tItems(outcome)}</span>
      </Fact>
    </dl>
  );
}

function Fact(props: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </>
  );
}

/** Hands a text to the reader as a file. */
function save({ item, board, round }: DecisionRecord, text: string) {
  saveText(`${item.key}-${board}-${round}.md`, text, 'text/markdown');
}
