import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { ItemRow } from '@techbridge/plugin-bridge-common';
import { itemRouteRef } from '../routes';
import { DueDate, Now } from './DueDate';
import { mutedText } from './mutedText';
import { PrivateMark } from './PrivateMark';
import { StateChip } from './StateChip';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    padding: theme.spacing(1.25, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-child': { borderTop: 0, paddingTop: theme.spacing(0.5) },
    '&:last-child': { paddingBottom: 0 },
    [theme.breakpoints.down('xs')]: {
      flexDirection: 'column',
      alignItems: 'flex-start',
      gap: theme.spacing(0.75),
    },
  },
  words: { minWidth: 0 },
  title: { fontWeight: 600, overflowWrap: 'anywhere' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1.5),
    marginTop: 2,
    color: mutedText(theme),
    fontSize: 13,
  },
  state: {
    flex: 'none',
    maxWidth: '45%',
    [theme.breakpoints.down('xs')]: { maxWidth: '100%' },
  },
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
      {items.map(({ key, title, state, dueAt, due, ...item }) => (
        <li key={key} className={classes.line}>
          <div className={classes.words}>
            <Link to={addressOf(key)} className={classes.title}>
              {title}
            </Link>
            <div className={classes.facts}>
              <span>{key}</span>
              <PrivateMark item={item} />
              {state.type !== 'end' && (
                <DueDate dueAt={dueAt} due={due} clock={clock} />
              )}
            </div>
          </div>
          <span className={classes.state}>
            <StateChip state={state} />
          </span>
        </li>
      ))}
    </ul>
  );
}
