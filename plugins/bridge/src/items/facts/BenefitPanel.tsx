import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import type { Item, Workflow } from '@techbridge/plugin-bridge-common';
import { Panel } from '../../components/Panel';
import { useLanguage } from '../../components/useLanguage';
import { itemsTranslationRef } from '../../translation/items';
import { Benefit, benefitOf, Measured } from './benefitOf';
import { useFigures } from './useFigures';
import { useFigureStyles } from './useFigureStyles';

/**
 * What a proposal has brought: what was measured, what a year brings, and the
 * capital that was released once, which is a sum of its own.
 *
 * @internal
 */
export function BenefitPanel(props: { item: Item; workflow?: Workflow }) {
  const { item, workflow } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const classes = useFigureStyles();
  const { measured, yearly, capital } = benefitOf(item.data);
  const nothing = !measured && !yearly && capital === undefined;
  if (workflow?.kind !== 'Proposal' || nothing) {
    return null;
  }
  return (
    <Panel title={t('benefit.title')}>
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
}) {
  const classes = useFigureStyles();
  return (
    <div>
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
    </div>
  );
}

function MeasuredPart(props: Measured) {
  const { metric, baseline, actual, change, target } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const { withUnit, change: written } = useFigures(props.unit);
  const checks = useChecks(props);
  const span = `${withUnit(baseline)} → ${withUnit(actual)}`;
  return (
    <Part
      title={metric || t('benefit.measured')}
      figure={change === undefined ? span : written(change)}
      lines={[
        change !== undefined && span,
        target &&
          t(target.reached ? 'benefit.reached' : 'benefit.missed', {
            target: withUnit(target.value),
          }),
        ...checks,
      ]}
    />
  );
}

/** Whether the gain is more than chance, and whether it has lasted. */
function useChecks({ rates, review, unit }: Measured) {
  const { t } = useTranslationRef(itemsTranslationRef);
  const { plain, withUnit, share } = useFigures(unit);
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
    ofRates && t(rates.differ ? 'benefit.differs' : 'benefit.noise', ofRates),
    ofReview && t(review.lost > 0 ? 'benefit.lost' : 'benefit.lasts', ofReview),
  ];
}

function YearlyPart(
  props: NonNullable<Benefit['yearly']> & { workflow: Workflow },
) {
  const { amount, expected, hardness = '', workflow } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const { money, share } = useFigures();
  const kind = workflow.fields.hardness?.options[hardness];
  return (
    <Part
      title={t('benefit.yearly')}
      figure={money(amount)}
      lines={[
        kind?.[language],
        expected !== undefined &&
          expected > 0 &&
          t('benefit.realised', {
            share: share((amount / expected) * 100),
            expected: money(expected),
          }),
      ]}
    />
  );
}

function CapitalPart({ amount }: { amount: number }) {
  const { t } = useTranslationRef(itemsTranslationRef);
  const { money } = useFigures();
  return (
    <Part
      title={t('benefit.capital')}
      figure={money(amount)}
      lines={[t('benefit.apart')]}
    />
  );
}
