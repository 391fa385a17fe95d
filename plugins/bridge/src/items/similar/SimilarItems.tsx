import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import type { SimilarItem, Workflow } from '@techbridge/plugin-bridge-common';
import { useClock } from '../../api/useClock';
import { SimilarTo, useSimilarItems } from '../../api/useSimilarItems';
import { useTitles } from '../../api/useTitles';
import { formatDate } from '../../components/formatDate';
import { ItemLink } from '../../components/ItemLink';
import { useLanguage } from '../../components/useLanguage';
import { listsTranslationRef } from '../../translation/lists';
import { FieldValue } from '../facts/FieldValue';
import { isEmpty, refsIn } from '../facts/values';

const useStyles = makeStyles(theme => ({
  root: { '& .MuiAlert-message': { minWidth: 0, overflowWrap: 'anywhere' } },
  list: { margin: theme.spacing(1, 0, 0), padding: 0, listStyle: 'none' },
  item: { '& + &': { marginTop: theme.spacing(1.5) } },
  facts: { margin: theme.spacing(0.5, 0, 0) },
  fact: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 0.5) },
  label: { fontWeight: 600 },
  value: { margin: 0, minWidth: 0 },
}));

/**
 * What was decided of the like before, why, and what would reopen it. Nothing
 * stands here where there is no such thing.
 *
 * @internal
 */
export function SimilarItems(props: {
  workflow: Workflow;
  to: Omit<SimilarTo, 'workflow'>;
}) {
  const { workflow, to } = props;
  const { t } = useTranslationRef(listsTranslationRef);
  const classes = useStyles();
  const found = useSimilarItems({ ...to, workflow: workflow.id });
  if (found.length === 0) {
    return null;
  }
  return (
    <Alert severity="info" role="status" className={classes.root}>
      <AlertTitle>{t('similar.title')}</AlertTitle>
      {t('similar.hint')}
      <ul className={classes.list}>
        {found.map(item => (
          <li key={item.key} className={classes.item}>
            <Decided item={item} workflow={workflow} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Decided(props: { item: SimilarItem; workflow: Workflow }) {
  const { item, workflow } = props;
  const { t } = useTranslationRef(listsTranslationRef);
  const language = useLanguage();
  const clock = useClock();
  const classes = useStyles();
  const titleOf = useTitles(refsIn(item.facts));
  const date = formatDate(item.decidedAt, language, clock?.timeZone);
  return (
    <>
      <ItemLink itemKey={item.key}>{`${item.key} ${item.title}`}</ItemLink>
      {` · ${t('similar.decided', {
        state: item.state.label[language],
        date,
      })}`}
      <dl className={classes.facts}>
        {Object.entries(item.facts)
          .filter(([, value]) => !isEmpty(value))
          .map(([name, value]) => (
            <div key={name} className={classes.fact}>
              <dt className={classes.label}>
                {t('similar.field', {
                  label: workflow.fields[name]?.label[language] ?? name,
                })}
              </dt>
              <dd className={classes.value}>
                <FieldValue
                  field={workflow.fields[name]}
                  value={value}
                  titleOf={titleOf}
                />
              </dd>
            </div>
          ))}
      </dl>
    </>
  );
}
