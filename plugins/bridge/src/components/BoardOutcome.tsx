import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { ItemBoardView } from '@techbridge/plugin-bridge-common';
import { votesTranslationRef } from '../translation/votes';

const useStyles = makeStyles(theme => {
  const dark = theme.palette.type === 'dark';
  const good = {
    color: dark ? '#c9ecd0' : '#1c5a2c',
    background: dark ? '#24482d' : '#e2f3e6',
  };
  const bad = {
    color: dark ? '#ffd3d6' : '#8c1220',
    background: dark ? '#6b1c26' : '#fde3e5',
  };
  const other = {
    color: dark ? '#ffe1b3' : '#6f4300',
    background: dark ? '#5c3f10' : '#ffefd6',
  };
  return {
    root: {
      padding: '3px 12px',
      borderRadius: 6,
      fontSize: 14,
      fontWeight: 600,
    },
    open: {
      color: dark ? '#e2ccff' : '#57289b',
      background: dark ? '#41305c' : '#f0e7fd',
    },
    approved: good,
    conditional: good,
    rejected: bad,
    sentBack: other,
    noQuorum: other,
    cancelled: other,
  };
});

/** How a board has decided, or that it is open. @internal */
export function BoardOutcome(props: {
  outcome: ItemBoardView['state'];
  /** Whether nobody objected, and that was enough. */
  tacit?: boolean;
}) {
  const { outcome, tacit } = props;
  const { t } = useTranslationRef(votesTranslationRef);
  const classes = useStyles();
  return (
    <span className={`${classes.root} ${classes[outcome]}`}>
      {tacit ? t('outcome.tacit') : t(`outcome.${outcome}`)}
    </span>
  );
}
