import { makeStyles } from '@material-ui/core/styles';
import { Fragment, ReactNode } from 'react';
import { mutedText } from './mutedText';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    fontSize: 14,
    '& dt': { color: mutedText(theme) },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
}));

/** What something is called, and its value. @internal */
export interface Fact {
  name: string;
  value: ReactNode;
}

/** Facts, one a line. @internal */
export function FactList({ facts }: { facts: Fact[] }) {
  return (
    <dl className={useStyles().root}>
      {facts.map(({ name, value }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
