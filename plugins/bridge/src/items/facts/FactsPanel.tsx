import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Item, Workflow } from '@techbridge/plugin-bridge-common';
import { useTitles } from '../../api/useTitles';
import { later } from '../../components/later';
import { mutedText } from '../../components/mutedText';
import { Panel } from '../../components/Panel';
import { useLanguage } from '../../components/useLanguage';
import { itemsTranslationRef } from '../../translation/items';
import { factsOf } from './factsOf';
import { FieldValue } from './FieldValue';
import { refsIn } from './values';

const BenefitPanel = later(
  async () => (await import('./BenefitPanel')).BenefitPanel,
);
const RiskPanel = later(async () => (await import('./RiskPanel')).RiskPanel);

const useStyles = makeStyles(theme => ({
  root: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(110px, 180px) minmax(0, 1fr)',
    gap: theme.spacing(1.5, 2),
    alignItems: 'baseline',
    '& dt': { color: mutedText(theme), fontSize: 13 },
    '& dd': { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(0.25, 0),
      '& dd': { marginBottom: theme.spacing(1.5) },
    },
  },
}));

/** What came of it, and what was filled in. @internal */
export function FactsPanel(props: { item: Item; workflow?: Workflow }) {
  return (
    <>
      <BenefitPanel {...props} />
      <RiskPanel {...props} />
      <FilledIn {...props} />
    </>
  );
}

/** What was filled in, by the labels of the workflow. */
function FilledIn(props: { item: Item; workflow?: Workflow }) {
  const { item, workflow } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const facts = factsOf(item, workflow);
  const titleOf = useTitles(facts.flatMap(({ value }) => refsIn(value)));
  return (
    <Panel title={t('facts.title')}>
      {facts.length === 0 && (
        <Typography variant="body2">{t('facts.none')}</Typography>
      )}
      <dl className={useStyles().root}>
        {facts.map(({ name, field, value }) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{field.label[language]}</dt>
            <dd>
              <FieldValue field={field} value={value} titleOf={titleOf} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
