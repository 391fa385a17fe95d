import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  frame: { overflowX: 'auto' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: 14,
    '& th, & td': {
      border: `1px solid ${theme.palette.text.secondary}`,
      padding: theme.spacing(0.75, 1),
      textAlign: 'left',
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
    },
    '& th': { fontWeight: 600, whiteSpace: 'nowrap' },
  },
  roomy: { '& td': { height: 34 } },
}));

/** A table of an office document: every cell has its frame. @internal */
export function SheetTable(props: {
  label: string;
  head: string[];
  rows: { id: string; cells: ReactNode[] }[];
  /** Widths of the columns, in per cent. */
  widths: number[];
  /** With room to write by hand. */
  roomy?: boolean;
}) {
  const { label, head, rows, widths, roomy } = props;
  const classes = useStyles();
  return (
    <div className={classes.frame}>
      <table
        aria-label={label}
        className={`${classes.table} ${roomy ? classes.roomy : ''}`}
      >
        <colgroup>
          {head.map((title, place) => (
            <col key={title} style={{ width: `${widths[place]}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {head.map(title => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id}>
              {cells.map((cell, place) => (
                <td key={head[place]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
