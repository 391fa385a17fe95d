import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { WorkflowVersion } from '@techbridge/plugin-bridge-common';
import { mutedText } from '../components/mutedText';
import { workflowVersionRouteRef } from '../routes';
import { VersionChip } from './VersionChip';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) max-content',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
    padding: theme.spacing(1.25, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  name: { fontWeight: 600 },
  note: { color: mutedText(theme), fontSize: 12.5 },
}));

/** A version in a list, and the way to it. @internal */
export function VersionLine(props: {
  workflow: string;
  version: Pick<WorkflowVersion, 'version' | 'status'>;
  title: string;
  note: string;
}) {
  const { workflow, version, title, note } = props;
  const classes = useStyles();
  const pathOf = useRouteRef(workflowVersionRouteRef);
  const to = pathOf({ id: workflow, version: String(version.version) });
  return (
    <li className={classes.line}>
      <div>
        <Link className={classes.name} to={to}>
          {title}
        </Link>
        <div className={classes.note}>{note}</div>
      </div>
      <VersionChip status={version.status} />
    </li>
  );
}
