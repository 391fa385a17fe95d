import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type { Item, ItemAction } from '@techbridge/plugin-bridge-common';
import { useMe } from '../../api/useMe';
import { GuardedButton } from '../../components/GuardedButton';
import { mutedText } from '../../components/mutedText';
import { Panel } from '../../components/Panel';
import { useLanguage } from '../../components/useLanguage';
import { followingTranslationRef } from '../../translation/following';
import { itemsTranslationRef } from '../../translation/items';
import { isMerge } from '../following/isMerge';
import { WantedAction } from './WantedAction';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
  },
  barred: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
    '& > :first-child': { flex: '1 0 100%' },
  },
  none: { color: mutedText(theme), fontSize: 13.5 },
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
  const { t: follow } = useTranslationRef(followingTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const primary = useFirstDuty(item);
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
        {item.actions
          .filter(({ allowed }) => allowed)
          .map(action => ({
            ...action,
            words: isMerge(item, action)
              ? follow('merge.open')
              : action.label[language],
          }))
          .map(({ id, words }) => (
            <Button
              key={id}
              color={id === primary ? 'primary' : 'default'}
              variant={id === primary ? 'contained' : 'outlined'}
              onClick={() => onWant(id)}
            >
              {words}
            </Button>
          ))}
        <BarredActions actions={item.actions} />
      </div>
      <WantedAction key={`${item.key} ${wanted}`} {...props} asked={asked} />
    </Panel>
  );
}

/** The action that stands out, where it is the reader's turn. */
function useFirstDuty({ actions, assignees }: Item): string | undefined {
  const me = useMe();
  return me && assignees.includes(me.ref)
    ? actions.find(({ allowed }) => allowed)?.id
    : undefined;
}

function whyNothing({ state }: Item) {
  if (state.type === 'end') {
    return 'over';
  }
  return state.type === 'approval' ? 'vote' : 'none';
}

/** What may not be done now stands last, below the reason why. */
function BarredActions({ actions }: { actions: ItemAction[] }) {
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const reasonOf = ({ why }: ItemAction) => why?.[language] ?? t('actions.not');
  const barred = actions.filter(({ allowed }) => !allowed);
  return (
    <>
      {[...new Set(barred.map(reasonOf))].map(reason => (
        <div key={reason} className={classes.barred}>
          <span className={classes.none} aria-hidden>
            {reason}
          </span>
          {barred
            .filter(action => reasonOf(action) === reason)
            .map(({ id, label }) => (
              <GuardedButton
                key={id}
                size="small"
                variant="outlined"
                barred={reason}
                onClick={() => undefined}
              >
                {label[language]}
              </GuardedButton>
            ))}
        </div>
      ))}
    </>
  );
}
