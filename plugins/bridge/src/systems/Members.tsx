import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { SuperUser } from '@techbridge/plugin-bridge-common';
import { useDepartments } from '../api/useDepartments';
import { useLanguage } from '../components/useLanguage';
import { useNameOf } from '../components/useNameOf';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';
import { useFactStyles } from './useFactStyles';

const SHOWN = 3;

/** The members of a system in few words: who, of which department and shift. @internal */
export function Members({ members }: { members: SuperUser[] }) {
  const { t } = useTranslationRef(systemsTranslationRef);
  const classes = useFactStyles();
  if (members.length === 0) {
    return <span className={classes.vacant}>{t('list.nobody')}</span>;
  }
  const more = members.length - SHOWN;
  return (
    <>
      {members.slice(0, SHOWN).map(member => (
        <Member key={member.user} member={member} />
      ))}
      {more > 0 && (
        <div className={classes.shift}>
          {t('list.moreMembers', { count: more })}
        </div>
      )}
    </>
  );
}

function Member({ member }: { member: SuperUser }) {
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const classes = useFactStyles();
  const linkTo = useEntityRefLink();
  const nameOf = useNameOf();
  const department = useDepartments()?.byRef.get(member.department);
  const place = [
    term(`shift.${member.shift}`),
    department?.title[language],
  ].filter(Boolean);
  return (
    <div className={classes.member}>
      <Link to={linkTo(member.user)} underline="always">
        {nameOf(member)}
      </Link>{' '}
      <span className={classes.shift}>{place.join(' · ')}</span>
    </div>
  );
}
