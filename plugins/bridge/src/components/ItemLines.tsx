import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { ItemRow } from '@techbridge/plugin-bridge-common';
import { itemRouteRef } from '../routes';
import { DueDate, Now } from './DueDate';
import { mutedText } from './mutedText';
import { StateChip } from './StateChip';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.25),
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-child': { borderTop: 0 },
  },
  title: { flex: '1 1 220px', fontWeight: 600, overflowWrap: 'anywhere' },
  key: { color: mutedText(theme), fontSize: 12.5 },
}));

/** Items, one a line, with their state and due time. @internal */
export function ItemLines(props: {
  items: ItemRow[];
  clock?: Now;
  /** What opens with the item, such as the vote. */
  wanted?: string;
}) {
  const { items, clock, wanted } = props;
  const classes = useStyles();
  const itemPath = useRouteRef(itemRouteRef);
  const addressOf = (key: string) =>
    wanted ? `${itemPath({ key })}?do=${wanted}` : itemPath({ key });
  return (
    <ul className={classes.list}>
      {items.map(({ key, title, state, dueAt }) => (
        <li key={key} className={classes.line}>
          <Link to={addressOf(key)} className={classes.title}>
            {title}
          </Link>
          <span className={classes.key}>{key}</span>
          <StateChip state={state} />
          {state.type !== 'end' && <DueDate dueAt={dueAt} clock={clock} />}
        </li>
      ))}
    </ul>
  );
}
