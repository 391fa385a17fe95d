import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import type { CaseRow } from '@techbridge/plugin-bridge-common';
import { useMemo } from 'react';
import { useCases } from '../api/useCases';
import { useDayOf } from '../api/useDayOf';
import { CardError } from '../components/CardError';
import { mutedText } from '../components/mutedText';
import { StateChip } from '../components/StateChip';
import { caseRouteRef, casesRouteRef } from '../routes';
import { libraryTranslationRef } from '../translation/library';
import { BeginButton } from './BeginButton';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.25),
    padding: theme.spacing(1, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  title: { flex: '1 1 200px', minWidth: 0, fontWeight: 600 },
  about: { color: mutedText(theme), fontSize: 13 },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1.5),
    '& .MuiButton-root': { textTransform: 'none' },
  },
}));

const SHOWN = 5;

/** On the page of a system: what was learned about it. @internal */
export function CasesOfSystemCard() {
  const { t } = useTranslationRef(libraryTranslationRef);
  const classes = useStyles();
  const { entity } = useEntity();
  const { name } = entity.metadata;
  const listPath = useRouteRef(casesRouteRef)();
  return (
    <EntityInfoCard title={t('card.title')}>
      <CasesOf system={name} />
      <div className={classes.foot}>
        <Link to={`${listPath}?${new URLSearchParams({ system: name })}`}>
          {t('card.all')}
        </Link>
        <BeginButton quiet system={stringifyEntityRef(entity)} />
      </div>
    </EntityInfoCard>
  );
}

function CasesOf({ system }: { system: string }) {
  const { t } = useTranslationRef(libraryTranslationRef);
  const query = useMemo(() => ({ system, limit: SHOWN }), [system]);
  const { page, error, reload } = useCases(query);
  if (error) {
    return <CardError error={error} onRetry={reload} />;
  }
  if (!page) {
    return <Skeleton variant="rect" height={96} />;
  }
  if (page.items.length === 0) {
    return <Typography variant="body2">{t('card.none')}</Typography>;
  }
  return <CaseLines cases={page.items} />;
}

function CaseLines({ cases }: { cases: CaseRow[] }) {
  const { t } = useTranslationRef(libraryTranslationRef);
  const classes = useStyles();
  const pathOf = useRouteRef(caseRouteRef);
  const dayOf = useDayOf();
  return (
    <ul className={classes.list} aria-label={t('card.title')}>
      {cases.map(({ id, key, title, state, updatedAt }) => (
        <li key={id} className={classes.row}>
          <Link to={pathOf({ id })} className={classes.title}>
            {title}
          </Link>
          <span className={classes.about}>{`${key} · ${dayOf(
            updatedAt,
          )}`}</span>
          <StateChip state={state} />
        </li>
      ))}
    </ul>
  );
}
