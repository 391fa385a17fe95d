import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  EntityInfoCard,
  useEntity,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import type { System } from '@techbridge/plugin-bridge-common';
import { useMemo } from 'react';
import { CriticalityBadge } from '../components/CriticalityBadge';
import { CardError } from '../components/CardError';
import { mutedText } from '../components/mutedText';
import { useLanguage } from '../components/useLanguage';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';
import { useSystemSearch } from './useSystemSearch';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.25),
    padding: theme.spacing(1, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
    '&:last-child': { borderBottom: 0 },
  },
  title: { flex: 1, minWidth: 0, fontWeight: 600 },
  role: { color: mutedText(theme), fontSize: 13 },
}));

/** On the page of a person: the systems that they answer for. @internal */
export function SuperUserOfCard() {
  const { t } = useTranslationRef(systemsTranslationRef);
  const { entity } = useEntity();
  return (
    <EntityInfoCard title={t('card.superUserOf')}>
      <SystemsOf user={stringifyEntityRef(entity)} />
    </EntityInfoCard>
  );
}

function SystemsOf({ user }: { user: string }) {
  const { t } = useTranslationRef(systemsTranslationRef);
  const classes = useStyles();
  const query = useMemo(() => ({ superUser: user, limit: 100 }), [user]);
  const { page, error, loadMore, reload } = useSystemSearch(query);
  if (error) {
    return <CardError error={error} onRetry={reload} />;
  }
  if (!page) {
    return <Skeleton variant="rect" height={64} />;
  }
  if (page.items.length === 0) {
    return <Typography variant="body2">{t('card.superUserOfNone')}</Typography>;
  }
  return (
    <>
      <ul className={classes.list}>
        {page.items.map(system => (
          <SystemOf key={system.name} system={system} user={user} />
        ))}
      </ul>
      {page.nextCursor && <Button onClick={loadMore}>{t('list.more')}</Button>}
    </>
  );
}

function SystemOf({ system, user }: { system: System; user: string }) {
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const linkTo = useEntityRefLink();
  const appointment = system.owners.business.find(one => one.user === user);
  return (
    <li className={classes.row}>
      <CriticalityBadge level={system.criticality} />
      <Link to={linkTo(system.entityRef)} className={classes.title}>
        {system.title[language]}
      </Link>
      {appointment && (
        <span className={classes.role}>
          {`${term(`role.${appointment.role}`)} · ${term(
            `shift.${appointment.shift}`,
          )}`}
        </span>
      )}
    </li>
  );
}
