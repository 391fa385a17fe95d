import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import type { Criticality } from '@techbridge/plugin-bridge-common';
import { termsTranslationRef } from '../translation/terms';

const useStyles = makeStyles(theme => {
  const dark = theme.palette.type === 'dark';
  return {
    root: {
      flex: 'none',
      display: 'inline-flex',
      alignItems: 'center',
      justifyContent: 'center',
      width: 22,
      height: 22,
      borderRadius: 5,
      fontSize: 12,
      fontWeight: 700,
    },
    A: {
      color: dark ? '#ffd3d6' : '#8c1220',
      background: dark ? '#6b1c26' : '#fde3e5',
    },
    B: {
      color: dark ? '#ffe1b3' : '#6f4300',
      background: dark ? '#5c3f10' : '#ffefd6',
    },
    C: {
      color: dark ? '#e3e3e3' : '#4a4a4a',
      background: dark ? '#5a5a5a' : '#ececec',
    },
  };
});

/** How much depends on a system. @internal */
export function CriticalityBadge({ level }: { level: Criticality }) {
  const classes = useStyles();
  const { t } = useTranslationRef(termsTranslationRef);
  const label = t('criticality.label', { level });
  return (
    <Tooltip title={label}>
      <span
        role="img"
        aria-label={label}
        className={`${classes.root} ${classes[level]}`}
      >
        {level}
      </span>
    </Tooltip>
  );
}
