import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { Page, Workflow } from '@techbridge/plugin-bridge-common';
import { mutedText } from '../components/mutedText';
import { ToggleChip } from '../components/ToggleChip';
import { useLanguage } from '../components/useLanguage';
import { inboxTranslationRef } from '../translation/inbox';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(2),
  },
  total: { marginLeft: 'auto', color: mutedText(theme), fontSize: 13 },
}));

/** Which kinds of items are shown, and how many wait. @internal */
export function KindFilter(props: {
  workflows: Workflow[];
  chosen?: string;
  total?: Page<unknown>['total'];
  onChange(workflow: string | undefined): void;
}) {
  const { workflows, chosen, total, onChange } = props;
  const { t } = useTranslationRef(inboxTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  return (
    <div className={classes.root} role="group" aria-label={t('filter.label')}>
      <ToggleChip
        label={t('filter.all')}
        pressed={!chosen}
        onClick={() => onChange(undefined)}
      />
      {workflows.map(({ id, title }) => (
        <ToggleChip
          key={id}
          label={title[language]}
          pressed={chosen === id}
          onClick={() => onChange(chosen === id ? undefined : id)}
        />
      ))}
      <span className={classes.total} role="status">
        {total === '1000+' && t('list.countMany')}
        {typeof total === 'number' && t('list.count', { count: total })}
      </span>
    </div>
  );
}
