import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type { Item, ItemAction } from '@techbridge/plugin-bridge-common';
import { GuardedButton } from '../../components/GuardedButton';
import { mutedText } from '../../components/mutedText';
import { Panel } from '../../components/Panel';
import { useLanguage } from '../../components/useLanguage';
import { itemsTranslationRef } from '../../translation/items';
import { OpenedAction } from './OpenedAction';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    '& .MuiButton-root': { width: '100%' },
  },
  none: { color: mutedText(theme) },
}));

interface ActionsPanelProps {
  item: Item;
  /** The action that the address asks for. */
  wanted?: string;
  onWant(action: string | undefined): void;
  onChanged(item: Item): void;
  onStale(): void;
}

/** What can be done with an item; what may not be done says why. @internal */
export function ActionsPanel(props: ActionsPanelProps) {
  const { item, wanted, onWant } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const primary = item.actions.find(({ allowed }) => allowed)?.id;
  const asked = item.actions.find(({ id }) => id === wanted);
  return (
    <Panel title={t('actions.title')}>
      <div className={classes.root}>
        {asked && !asked.allowed && (
          <Alert severity="info">{asked.why?.[language]}</Alert>
        )}
        {item.actions.length === 0 && (
          <Typography variant="body2" className={classes.none}>
            {t(`actions.${whyNothing(item)}`)}
          </Typography>
        )}
        {inOrder(item.actions).map(({ id, label, allowed, why }) => (
          <GuardedButton
            key={id}
            color={id === primary ? 'primary' : 'default'}
            variant={id === primary ? 'contained' : 'outlined'}
            barred={allowed ? undefined : why?.[language] ?? t('actions.not')}
            onClick={() => onWant(id)}
          >
            {label[language]}
          </GuardedButton>
        ))}
      </div>
      <OpenedAction key={`${item.key} ${wanted}`} {...props} asked={asked} />
    </Panel>
  );
}

function whyNothing({ state }: Item) {
  if (state.type === 'end') {
    return 'over';
  }
  return state.type === 'approval' ? 'vote' : 'none';
}

/** What one may do stands first; otherwise the order of the workflow. */
function inOrder(actions: ItemAction[]): ItemAction[] {
  return [
    ...actions.filter(({ allowed }) => allowed),
    ...actions.filter(({ allowed }) => !allowed),
  ];
}
