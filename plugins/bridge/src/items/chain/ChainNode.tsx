import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { Chain, ItemRow } from '@techbridge/plugin-bridge-common';
import { mutedText } from '../../components/mutedText';
import { useLanguage } from '../../components/useLanguage';
import { visuallyHidden } from '../../components/visuallyHidden';
import { itemRouteRef } from '../../routes';
import { itemsTranslationRef } from '../../translation/items';
import { NODE_HEIGHT } from './layoutChain';

const useStyles = makeStyles(theme => ({
  place: {
    position: 'absolute',
    left: 0,
    right: 0,
    height: NODE_HEIGHT,
    marginTop: -NODE_HEIGHT / 2,
    [theme.breakpoints.down('sm')]: {
      position: 'static',
      height: 'auto',
      marginTop: 0,
    },
  },
  node: {
    display: 'flex',
    flexDirection: 'column',
    gap: 2,
    boxSizing: 'border-box',
    height: '100%',
    padding: theme.spacing(1, 1.25),
    borderRadius: 8,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.default,
    color: theme.palette.text.primary,
    '&:hover': { borderColor: theme.palette.primary.main },
  },
  current: {
    borderColor: theme.palette.primary.main,
    boxShadow: `inset 0 0 0 1px ${theme.palette.primary.main}`,
  },
  key: { fontSize: 12, fontWeight: 600, lineHeight: '16px' },
  title: {
    display: '-webkit-box',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    fontSize: 13.5,
    lineHeight: '19px',
  },
  state: {
    marginTop: 'auto',
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
    fontSize: 12,
    lineHeight: '16px',
    color: mutedText(theme),
  },
  hidden: visuallyHidden,
}));

/** One item of a chain. @internal */
export function ChainNode(props: {
  item: ItemRow;
  y: number;
  current: boolean;
  /** The links that lead on from here. */
  links: Chain['edges'];
}) {
  const { item, y, current, links } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const itemPath = useRouteRef(itemRouteRef)({ key: item.key });
  return (
    <li className={classes.place} style={{ top: y }}>
      <Link
        to={itemPath}
        underline="none"
        className={`${classes.node} ${current ? classes.current : ''}`}
        aria-current={current ? 'page' : undefined}
      >
        <span className={classes.key}>{item.key}</span>
        <span className={classes.title} title={item.title}>
          {item.title}
        </span>
        <span className={classes.state}>
          {current
            ? t('chain.here', { state: item.state.label[language] })
            : item.state.label[language]}
        </span>
        {links.map(({ type, to }) => (
          <span key={`${type} ${to}`} className={classes.hidden}>
            {`${t(`link.${type}`)} ${to}`}
          </span>
        ))}
      </Link>
    </li>
  );
}
