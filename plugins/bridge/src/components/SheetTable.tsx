import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { TableFrame } from './TableFrame';

const useStyles = makeStyles({
  table: { '& th': { whiteSpace: 'nowrap' } },
  roomy: { '& td': { height: 34 } },
  wide: { minWidth: 820, fontSize: 13 },
});

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
              <td key={head[place]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
