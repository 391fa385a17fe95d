import { storageApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo } from 'react';
import useObservable from 'react-use/esm/useObservable';
import { homeTranslationRef } from '../translation/home';
import type { Roles } from './useRoles';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    maxWidth: 880,
    boxSizing: 'border-box',
    padding: theme.spacing(1, 1, 1, 2),
    marginBottom: theme.spacing(2),
    borderRadius: 8,
    border: `1px solid ${theme.palette.divider}`,
    borderLeft: `4px solid ${theme.palette.primary.main}`,
    background: theme.palette.background.paper,
  },
  sentence: { flex: '1 1 240px', margin: 0 },
}));

/** On a first visit: what the reader may do here. @internal */
export function Welcome({ roles }: { roles: Roles }) {
  const { t } = useTranslationRef(homeTranslationRef);
  const classes = useStyles();
  const [greeted, setGreeted] = useGreeted();
  if (greeted !== false) {
    return null;
  }
  return (
    <div className={classes.root}>
      <p className={classes.sentence}>{t(`welcome.${mainRole(roles)}`)}</p>
      <Button color="primary" onClick={setGreeted}>
        {t('welcome.dismiss')}
      </Button>
    </div>
  );
}

function mainRole({ programmeManager, mine, it }: Roles) {
  if (programmeManager) {
    return 'programmeManager';
  }
  if (mine) {
    return 'superUser';
  }
  return it ? 'it' : 'everybody';
}

const KEY = 'greeted';

/** Whether the reader has been greeted; undefined until it is known. */
function useGreeted(): [boolean | undefined, () => void] {
  const storageApi = useApi(storageApiRef);
  const bucket = useMemo(() => storageApi.forBucket('bridge'), [storageApi]);
  const changes$ = useMemo(() => bucket.observe$<boolean>(KEY), [bucket]);
  const { presence, value } = useObservable(
    changes$,
    bucket.snapshot<boolean>(KEY),
  );
  const greeted = presence === 'unknown' ? undefined : value === true;
  return [greeted, () => void bucket.set(KEY, true)];
}
