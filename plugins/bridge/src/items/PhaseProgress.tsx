import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { Item, Workflow } from '@techbridge/plugin-bridge-common';
import { mutedText } from '../components/mutedText';
import { useLanguage } from '../components/useLanguage';
import { visuallyHidden } from '../components/visuallyHidden';
import { itemsTranslationRef } from '../translation/items';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    gap: 4,
    listStyle: 'none',
    margin: theme.spacing(0, 0, 2.5),
    padding: 0,
  },
  phase: {
    flex: '1 1 0',
    minWidth: 0,
    borderTop: `4px solid ${theme.palette.divider}`,
    paddingTop: 4,
    fontSize: 12.5,
    lineHeight: 1.35,
    color: mutedText(theme),
    overflowWrap: 'anywhere',
  },
  reached: { borderTopColor: theme.palette.primary.main },
  current: { color: theme.palette.text.primary, fontWeight: 600 },
  label: {
    [theme.breakpoints.down('xs')]: {
      '&:not($current)': visuallyHidden,
    },
  },
}));

/** How far an item has come. @internal */
export function PhaseProgress(props: { item: Item; workflow?: Workflow }) {
  const { item, workflow } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const phases = workflow?.phases ?? [];
  const at = phases.findIndex(({ id }) => id === item.state.phase);
  if (at < 0) {
    return null;
  }
  return (
    <ol className={classes.root} aria-label={t('phases.label')}>
      {phases.map(({ id, label }, index) => (
        <li
          key={id}
          aria-current={index === at ? 'step' : undefined}
          className={[
            classes.phase,
            index <= at ? classes.reached : '',
            index === at ? classes.current : '',
          ].join(' ')}
        >
          <span
            className={`${classes.label} ${
              index === at ? classes.current : ''
            }`}
          >
            {label[language]}
          </span>
        </li>
      ))}
    </ol>
  );
}
