import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { delegationManagePermission } from '@techbridge/plugin-bridge-common';
import { Absences, useAbsences } from '../api/useAbsences';
import { useMe } from '../api/useMe';
import { CardError } from '../components/CardError';
import { MoreButton } from '../components/MoreButton';
import { absenceTranslationRef } from '../translation/absence';
import { termsTranslationRef } from '../translation/terms';
import { AbsenceButton } from './AbsenceButton';
import { AbsenceLines } from './AbsenceLines';

/** On the page of a person: when they are away, and who votes meanwhile. @internal */
export function AbsenceCard() {
  const { t } = useTranslationRef(absenceTranslationRef);
  const person = stringifyEntityRef(useEntity().entity);
  const absences = useAbsences(person);
  const mayEnter = useMayEnter(person);
  return (
    <EntityInfoCard
      title={t('title')}
      headerActions={
        mayEnter && <AbsenceButton person={person} onAdded={absences.reload} />
      }
    >
      <AbsencesOf person={person} absences={absences} />
    </EntityInfoCard>
  );
}

/** People enter their own absences; some those of everybody. */
function useMayEnter(person: string): boolean {
  const me = useMe();
  const { allowed } = usePermission({ permission: delegationManagePermission });
  return me?.ref === person || allowed;
}

function AbsencesOf(props: { person: string; absences: Absences }) {
  const { person, absences } = props;
  const { page, error, loading, reload, loadMore } = absences;
  const { t } = useTranslationRef(absenceTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  if (error) {
    return <CardError error={error} onRetry={reload} />;
  }
  if (!page) {
    return <Skeleton variant="rect" height={48} />;
  }
  if (page.items.length === 0) {
    return <Typography variant="body2">{t('none')}</Typography>;
  }
  return (
    <>
      <AbsenceLines person={person} absences={page.items} onEnded={reload} />
      {page.nextCursor && (
        <MoreButton label={term('more')} busy={loading} onClick={loadMore} />
      )}
    </>
  );
}
