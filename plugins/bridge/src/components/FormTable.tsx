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
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: 14,
    border: `2px solid ${theme.palette.text.primary}`,
    '& th, & td': {
      border: `1px solid ${theme.palette.text.secondary}`,
      padding: theme.spacing(0.75, 1),
      textAlign: 'left',
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
    },
    '& th': { fontWeight: 600, width: '16%' },
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
    // Whoever has no mouse must be able to move it, too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.frame} role="group" aria-label={label} tabIndex={0}>
      <table aria-label={label} className={classes.table}>
        <tbody>
          {rows.map(cells => (
            <FormRow key={cells[0].name} cells={cells} />
          ))}
        </tbody>
      </table>
    </div>
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
