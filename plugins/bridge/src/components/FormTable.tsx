import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { TableFrame } from './TableFrame';

const useStyles = makeStyles(theme => ({
  table: {
    tableLayout: 'fixed',
    border: `2px solid ${theme.palette.text.primary}`,
    '& th': { width: '16%' },
  },
  tall: { '& td': { height: 84, whiteSpace: 'pre-wrap' } },
}));

/** A cell of a form with what it is called. @internal */
export interface FormCell {
  name: string;
  value: ReactNode;
}

/**
 * A form as offices fill it in: every cell has its name and its frame. A row
 * of one cell takes the whole width, with room for some sentences.
 *
 * @internal
 */
export function FormTable(props: { label: string; rows: FormCell[][] }) {
  const { label, rows } = props;
  const classes = useStyles();
  return (
    <TableFrame label={label} className={classes.table}>
      <tbody>
        {rows.map(cells => (
          <FormRow key={cells[0].name} cells={cells} />
        ))}
      </tbody>
    </TableFrame>
  );
}

function FormRow({ cells }: { cells: FormCell[] }) {
  const { tall } = useStyles();
  const alone = cells.length === 1;
  return (
    <tr className={alone ? tall : undefined}>
      {cells.flatMap(({ name, value }) => [
        <th key={name} scope="row">
          {name}
        </th>,
        <td key={`${name} value`} colSpan={alone ? 3 : 1}>
          {value}
        </td>,
      ])}
    </tr>
  );
}
