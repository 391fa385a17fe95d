import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { mutedText } from './mutedText';
import { TableFrame } from './TableFrame';
import { visuallyHidden } from './visuallyHidden';

const useStyles = makeStyles(theme => ({
  table: { '& th': { whiteSpace: 'nowrap' } },
  roomy: { '& td': { height: 34 } },
  wide: { minWidth: 820, fontSize: 13 },
  // To read on a phone each row stands by itself, each cell under its title;
  // paper from a phone is as wide as any other.
  stacked: {
    [`@media screen and (max-width: ${theme.breakpoints.values.sm - 0.05}px)`]:
      {
        display: 'block',
        minWidth: 0,
        '& colgroup': { display: 'none' },
        '& thead': visuallyHidden,
        '& tbody, & tr, & td': { display: 'block' },
        '& tr': {
          border: `1px solid ${theme.palette.text.secondary}`,
          padding: theme.spacing(0.5, 0),
        },
        '& tr + tr': { borderTop: 0 },
        '& td': {
          position: 'relative',
          border: 0,
          padding: theme.spacing(0.5, 1.5, 0.5, 14),
        },
        '& td:empty': { display: 'none' },
        '& td::before': {
          content: 'attr(data-title)',
          position: 'absolute',
          left: theme.spacing(1.5),
          width: theme.spacing(12),
          fontSize: 13,
          color: mutedText(theme),
        },
      },
  },
}));

/**
 * A table of an office document: every cell has its frame. Where nobody writes
 * into it by hand its rows stand one below the other on a phone.
 *
 * @internal
 */
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
    ...(roomy ? [] : [classes.stacked]),
  ];
  return (
    <TableFrame label={label} className={looks.join(' ')}>
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
              <td key={head[place]} data-title={head[place]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
