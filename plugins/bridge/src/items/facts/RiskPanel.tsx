import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import type { Item, Workflow } from '@techbridge/plugin-bridge-common';
import { useClock } from '../../api/useClock';
import { Panel } from '../../components/Panel';
import { riskTranslationRef } from '../../translation/risk';
import { Risk, riskOf } from './riskOf';
import { useFigureStyles } from './useFigureStyles';

/**
 * How weighty a risk is, and how many days before its first incident it was
 * reported, with the formulas.
 *
 * @internal
 */
export function RiskPanel(props: { item: Item; workflow?: Workflow }) {
  const { t } = useTranslationRef(riskTranslationRef);
  const classes = useFigureStyles();
  const clock = useClock();
  if (props.workflow?.kind !== 'RiskReport' || !clock) {
    return null;
  }
  const { priority, leadDays } = riskOf(props.item, clock.timeZone);
  if (!priority && leadDays === undefined) {
    return null;
  }
  return (
    <Panel title={t('title')}>
      <div className={classes.root}>
        {priority && <PriorityPart {...priority} />}
        {leadDays !== undefined && <LeadTimePart days={leadDays} />}
      </div>
    </Panel>
  );
}

function PriorityPart(props: NonNullable<Risk['priority']>) {
  const { value, probability, impact } = props;
  const { t } = useTranslationRef(riskTranslationRef);
  return (
    <Part
      title={t('priority')}
      figure={String(value)}
      line={t('priorityOf', {
        probability: String(probability),
        impact: String(impact),
      })}
    />
  );
}

function LeadTimePart({ days }: { days: number }) {
  const { t } = useTranslationRef(riskTranslationRef);
  const early = days >= 0;
  return (
    <Part
      title={t('leadTime')}
      figure={early ? t('days', { count: days }) : t('tooLate')}
      line={t('leadTimeOf')}
    />
  );
}

function Part(props: { title: string; figure: string; line: string }) {
  const classes = useFigureStyles();
  return (
    <div>
      <Typography component="h3" className={classes.heading}>
        {props.title}
      </Typography>
      <p className={classes.figure}>{props.figure}</p>
      <p className={classes.line}>{props.line}</p>
    </div>
  );
}
