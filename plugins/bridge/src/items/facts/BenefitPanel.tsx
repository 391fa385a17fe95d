import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import type { Item, Workflow } from '@techbridge/plugin-bridge-common';
import { ReactNode } from 'react';
import { Panel } from '../../components/Panel';
import { useLanguage } from '../../components/useLanguage';
import { benefitTranslationRef } from '../../translation/benefit';
import { benefitOf, Measured, Yearly } from './benefitOf';
import { useFigures } from './useFigures';
import { useFigureStyles } from './useFigureStyles';
import { useSavingLines } from './useSavingLines';
import { useSeriesLines } from './useSeriesLines';
import { XmrChart } from './XmrChart';

/**
 * What a proposal has brought: what was measured, what a year brings, and the
 * capital that was released once, which is a sum of its own.
 *
 * @internal
 */
export function BenefitPanel(props: { item: Item; workflow?: Workflow }) {
  const { item, workflow } = props;
  const { t } = useTranslationRef(benefitTranslationRef);
  const classes = useFigureStyles();
  const { measured, yearly, capital } = benefitOf(item.data);
  const nothing = !measured && !yearly && capital === undefined;
  if (workflow?.kind !== 'Proposal' || nothing) {
    return null;
  }
  return (
    <Panel title={t('title')}>
      <div className={classes.root}>
        {measured && <MeasuredPart {...measured} />}
        {yearly && <YearlyPart {...yearly} workflow={workflow} />}
        {capital !== undefined && <CapitalPart amount={capital} />}
      </div>
    </Panel>
  );
}

function Part(props: {
  title: string;
  figure: string;
  /** What is to be said of it; what is not is left out. */
  lines: (string | false | undefined)[];
  picture?: ReactNode;
}) {
  const classes = useFigureStyles();
  return (
    <div className={props.picture ? classes.pictured : undefined}>
      <Typography component="h3" className={classes.heading}>
        {props.title}
      </Typography>
      <p className={classes.figure}>{props.figure}</p>
      {props.lines
        .filter((line): line is string => Boolean(line))
        .map(line => (
          <p key={line} className={classes.line}>
            {line}
          </p>
        ))}
      {props.picture}
    </div>
  );
}

function MeasuredPart(props: Measured) {
  const { metric, baseline, actual, change, target, series } = props;
  const { t } = useTranslationRef(benefitTranslationRef);
  const { withUnit, change: written } = useFigures(props.unit);
  const checks = useChecks(props);
  const span = `${withUnit(baseline)} → ${withUnit(actual)}`;
  return (
    <Part
      title={metric || t('measured')}
      figure={change === undefined ? span : written(change)}
      picture={series && <XmrChart {...series} />}
      lines={[
        change !== undefined && span,
        target &&
          t(target.reached ? 'reached' : 'missed', {
            target: withUnit(target.value),
          }),
        ...checks,
      ]}
    />
  );
}

/** Whether the gain is more than chance, and whether it has lasted. */
function useChecks({ rates, series, review, unit }: Measured) {
  const { t } = useTranslationRef(benefitTranslationRef);
  const { plain, withUnit, share } = useFigures(unit);
  const ofSeries = useSeriesLines(series);
  const ofRates = rates && {
    before: plain(rates.before.count),
    beforeOf: plain(rates.before.total),
    after: plain(rates.after.count),
    afterOf: plain(rates.after.total),
  };
  const ofReview = review && {
    value: withUnit(review.value),
    lost: share(review.lost),
  };
  return [
    ofRates && t(rates.differ ? 'differs' : 'noise', ofRates),
    ...ofSeries,
    ofReview && t(review.lost > 0 ? 'lost' : 'lasts', ofReview),
  ];
}

function YearlyPart(props: Yearly & { workflow: Workflow }) {
  const { amount, hardness = '', workflow } = props;
  const { t } = useTranslationRef(benefitTranslationRef);
  const language = useLanguage();
  const { money } = useFigures();
  const lines = useSavingLines(props);
  const kind = workflow.fields.hardness?.options[hardness];
  return (
    <Part
      title={t('yearly')}
      figure={money(amount)}
      lines={[kind?.[language], ...lines]}
    />
  );
}

function CapitalPart({ amount }: { amount: number }) {
  const { t } = useTranslationRef(benefitTranslationRef);
  const { money } = useFigures();
  return (
    <Part title={t('capital')} figure={money(amount)} lines={[t('apart')]} />
  );
}
