import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { BridgeMark } from './BridgeMark';

const useStyles = makeStyles({
  root: {
    width: sidebarConfig.drawerWidthClosed,
    height: 3 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
    marginBottom: -14,
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    marginLeft: 22,
    color: '#fff',
    fontSize: 18,
    fontWeight: 700,
    whiteSpace: 'nowrap',
    '&:hover': { textDecoration: 'none' },
  },
});

/** The product's mark, with its name where there is room. @internal */
export function SidebarLogo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <div className={classes.root}>
      <Link
        to="/"
        underline="none"
        className={classes.link}
        aria-label="Tech Bridge"
      >
        <BridgeMark size={28} />
        {isOpen && <span>Tech Bridge</span>}
      </Link>
    </div>
  );
}
