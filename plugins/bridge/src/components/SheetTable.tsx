import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  frame: {
    overflowX: 'auto',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  table: {
    width: '100%',
    // On a phone it is moved sideways within its frame, not squeezed.
    minWidth: 520,
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
  wide: { minWidth: 820, fontSize: 13 },
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
  /** With so many columns that their words are set smaller. */
  wide?: boolean;
}) {
  const { label, head, rows, widths, roomy, wide } = props;
  const classes = useStyles();
  const looks = [
    classes.table,
    ...(roomy ? [classes.roomy] : []),
    ...(wide ? [classes.wide] : []),
  ];
  return (
    // Whoever has no mouse must be able to move it, too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.frame} role="group" aria-label={label} tabIndex={0}>
      <table aria-label={label} className={looks.join(' ')}>
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
