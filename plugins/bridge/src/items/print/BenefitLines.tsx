import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { benefitTranslationRef } from '../../translation/benefit';
import type { Benefit, Measured, Yearly } from '../facts/benefitOf';
import { useFigures } from '../facts/useFigures';
import { useSavingLines } from '../facts/useSavingLines';
import { useSeriesLines } from '../facts/useSeriesLines';

const useStyles = makeStyles({ line: { display: 'block' } });

/**
 * What a proposal has brought, line by line; a year and capital that was
 * released once are never added up.
 *
 * @internal
 */
export function BenefitLines({ measured, yearly, capital = 0 }: Benefit) {
  const { t } = useTranslationRef(benefitTranslationRef);
  const { money } = useFigures();
  return (
    <>
      {measured && <MeasuredLines {...measured} />}
      {yearly && <YearlyLines {...yearly} />}
      {capital > 0 && (
        <Lines of={[t('capital'), money(capital), t('apart')]} inOne />
      )}
    </>
  );
}

function MeasuredLines(props: Measured) {
  const { metric, unit, baseline, actual, change, series } = props;
  const { t } = useTranslationRef(benefitTranslationRef);
  const { withUnit, change: written } = useFigures(unit);
  const lines = useSeriesLines(series);
  const head = [
    metric || t('measured'),
    `${withUnit(baseline)} → ${withUnit(actual)}`,
    change !== undefined && written(change),
  ];
  return (
    <>
      <Lines of={head} inOne />
      <Lines of={lines} />
    </>
  );
}

function YearlyLines(props: Yearly) {
  const { t } = useTranslationRef(benefitTranslationRef);
  const { money } = useFigures();
  const lines = useSavingLines(props);
  return (
    <>
      <Lines of={[t('yearly'), money(props.amount)]} inOne />
      <Lines of={lines} />
    </>
  );
}

/** Texts below each other, or in one line. */
function Lines(props: { of: (string | false | undefined)[]; inOne?: boolean }) {
  const classes = useStyles();
  const texts = props.of.filter((text): text is string => Boolean(text));
  const lines = props.inOne ? [texts.join(' · ')] : texts;
  return (
    <>
      {lines.map(line => (
        <span key={line} className={classes.line}>
          {line}
        </span>
      ))}
    </>
  );
}
