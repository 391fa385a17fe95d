import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { System } from '@techbridge/plugin-bridge-common';
import type { MailAddresses } from '../api/useMailAddresses';
import { Person } from '../components/Person';
import { useLanguage } from '../components/useLanguage';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';
import { ownersOf } from './ownersOf';
import { useFactStyles } from './useFactStyles';

/** Whom to ask at this moment, with the ways to reach them. @internal */
export function AskNow(props: { system: System; mails: MailAddresses }) {
  const { system, mails } = props;
  const { t: term } = useTranslationRef(termsTranslationRef);
  const { now } = ownersOf(system);
  if (!now) {
    return <AskItGroup system={system} />;
  }
  return (
    <Person
      user={now.user}
      name={now.name}
      email={mails.get(now.user)}
      note={`${term(`role.${now.role}`)} · ${term(`shift.${now.shift}`)}`}
      avatar={32}
    />
  );
}

function AskItGroup({ system }: { system: System }) {
  const { t } = useTranslationRef(systemsTranslationRef);
  const language = useLanguage();
  const linkTo = useEntityRefLink();
  const { it } = system.owners;
  return (
    <span className={useFactStyles().vacant}>
      {t('answer.askIt', {
        group: (
          <Link to={linkTo(it.ref)} underline="always">
            {it.title[language]}
          </Link>
        ),
      })}
    </span>
  );
}
