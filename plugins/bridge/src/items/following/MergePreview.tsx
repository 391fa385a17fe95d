import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { Item } from '@techbridge/plugin-bridge-common';
import { useItem } from '../../api/useItem';
import { mutedText } from '../../components/mutedText';
import { StateChip } from '../../components/StateChip';
import { followingTranslationRef } from '../../translation/following';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
    gap: theme.spacing(2),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  item: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(0.5),
    padding: theme.spacing(1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
  },
  title: { fontWeight: 600, overflowWrap: 'anywhere' },
  muted: { color: mutedText(theme), fontSize: 13.5 },
}));

/** Both items of a merge as they are now. @internal */
export function MergePreview(props: { item: Item; into: string }) {
  const { t } = useTranslationRef(followingTranslationRef);
  const classes = useStyles();
  const { item: other } = useItem(props.into);
  return (
    <ul className={classes.root} aria-label={t('merge.preview')}>
      <Side item={props.item} role={t('merge.ends')} />
      {other && <Side item={other} role={t('merge.stays')} />}
    </ul>
  );
}

function Side({ item, role }: { item: Item; role: string }) {
  const { t } = useTranslationRef(followingTranslationRef);
  const classes = useStyles();
  return (
    <li className={classes.item}>
      <span className={classes.muted}>{`${item.key} · ${role}`}</span>
      <span className={classes.title}>{item.title}</span>
      <StateChip state={item.state} />
      <span className={classes.muted}>
        {t('merge.supporters', { count: item.support.count })}
      </span>
    </li>
  );
}
