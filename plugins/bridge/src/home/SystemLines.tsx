import { Link } from '@backstage/core-components';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { System } from '@techbridge/plugin-bridge-common';
import { ReactNode } from 'react';
import { CriticalityBadge } from '../components/CriticalityBadge';
import { mutedText } from '../components/mutedText';
import { useLanguage } from '../components/useLanguage';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1.25),
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-child': { borderTop: 0 },
  },
  title: { flex: '1 1 auto', fontWeight: 600 },
  note: { color: mutedText(theme), fontSize: 13 },
}));

/** Systems, one a line, each with a few words or a person. @internal */
export function SystemLines(props: {
  systems: System[];
  note(system: System): ReactNode;
}) {
  const classes = useStyles();
  const language = useLanguage();
  const linkTo = useEntityRefLink();
  return (
    <ul className={classes.list}>
      {props.systems.map(system => (
        <li key={system.name} className={classes.line}>
          <CriticalityBadge level={system.criticality} />
          <Link to={linkTo(system.entityRef)} className={classes.title}>
            {system.title[language]}
          </Link>
          <span className={classes.note}>{props.note(system)}</span>
        </li>
      ))}
    </ul>
  );
}
