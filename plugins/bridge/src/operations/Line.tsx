import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { ItemLink } from '../components/ItemLink';
import { mutedText } from '../components/mutedText';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) max-content',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1.25, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-child': { borderTop: 0 },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  what: { fontWeight: 600, overflowWrap: 'anywhere' },
  item: { overflowWrap: 'anywhere' },
  note: {
    color: mutedText(theme),
    fontSize: 12.5,
    overflowWrap: 'anywhere',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** Something that concerns a work item. @internal */
export function Line(props: {
  what?: string;
  item: { key: string; title: string };
  notes: ReactNode[];
  children?: ReactNode;
}) {
  const { what, item, notes, children } = props;
  const classes = useStyles();
  return (
    <li className={classes.root}>
      <div>
        {what && <div className={classes.what}>{what}</div>}
        <div className={classes.item}>
          <ItemLink itemKey={item.key}>
            {item.key} {item.title}
          </ItemLink>
        </div>
        {notes.map((note, place) => (
          <div key={place} className={classes.note}>
            {note}
          </div>
        ))}
      </div>
      {children && <div className={classes.actions}>{children}</div>}
    </li>
  );
}
