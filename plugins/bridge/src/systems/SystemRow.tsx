import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { SuperUser, System } from '@techbridge/plugin-bridge-common';
import { ReactNode } from 'react';
import type { MailAddresses } from '../api/useMailAddresses';
import { CriticalityBadge } from '../components/CriticalityBadge';
import { Person } from '../components/Person';
import { useLanguage } from '../components/useLanguage';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';
import { AskActions } from './AskActions';
import { AskNow } from './AskNow';
import { Members } from './Members';
import { ownersOf } from './ownersOf';
import { useFactStyles } from './useFactStyles';
import { useRowStyles } from './useRowStyles';

interface SystemRowProps {
  system: System;
  mails: MailAddresses;
}

/** One system with both its owners: a row, or a card on a phone. @internal */
export function SystemRow({ system, mails }: SystemRowProps) {
  const { t } = useTranslationRef(systemsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const classes = useRowStyles();
  const linkTo = useEntityRefLink();
  const { lead, backup, members } = ownersOf(system);
  const { it } = system.owners;
  return (
    <li className={classes.row}>
      <SystemCell system={system} />
      <dl className={useFactStyles().facts}>
        <Fact label={term('askNow')} prominent>
          <AskNow system={system} mails={mails} />
          <AskActions system={system} inRow />
        </Fact>
        <Fact label={term('role.lead')}>
          <Appointed superUser={lead} />
        </Fact>
        <Fact label={term('role.backup')}>
          <Appointed superUser={backup} />
        </Fact>
        <Fact label={t('list.members')}>
          <Members members={members} />
        </Fact>
        <Fact label={term('owner.it')}>
          <Link to={linkTo(it.ref)}>{it.title[language]}</Link>
        </Fact>
      </dl>
    </li>
  );
}

function SystemCell({ system }: { system: System }) {
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const classes = useRowStyles();
  const linkTo = useEntityRefLink();
  return (
    <div className={classes.system}>
      <div className={classes.title}>
        <CriticalityBadge level={system.criticality} />
        <Link to={linkTo(system.entityRef)}>{system.title[language]}</Link>
      </div>
      <div className={classes.about}>
        <span className={classes.code}>{system.name}</span>
        {' · '}
        {term(`lifecycle.${system.lifecycle}`)}
      </div>
    </div>
  );
}

function Fact(props: {
  label: string;
  prominent?: boolean;
  children: ReactNode;
}) {
  const classes = useFactStyles();
  const { label, prominent, children } = props;
  return (
    <>
      <dt className={`${classes.label} ${prominent ? classes.nowLabel : ''}`}>
        {label}
      </dt>
      <dd className={`${classes.fact} ${prominent ? classes.now : ''}`}>
        {children}
      </dd>
    </>
  );
}

function Appointed({ superUser }: { superUser?: SuperUser }) {
  const { t } = useTranslationRef(systemsTranslationRef);
  const classes = useFactStyles();
  return superUser ? (
    <Person user={superUser.user} name={superUser.name} avatar={false} />
  ) : (
    <span className={classes.missing}>{t('list.vacant')}</span>
  );
}
