import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import type { Language, System } from '@techbridge/plugin-bridge-common';
import { useSystem } from '../api/useSystem';
import { CriticalityBadge } from '../components/CriticalityBadge';
import { mutedText } from '../components/mutedText';
import { useLanguage } from '../components/useLanguage';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: theme.spacing(1.25, 2),
    alignItems: 'baseline',
    margin: 0,
    '& dt': { color: mutedText(theme), fontSize: 13 },
    '& dd': { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  },
}));

/** On the page of a system: what it is, in the reader's language. @internal */
export function SystemFactsCard() {
  const { t } = useTranslationRef(systemsTranslationRef);
  const { entity } = useEntity();
  const { system, error } = useSystem(entity.metadata.name);
  if (error) {
    return null;
  }
  return (
    <EntityInfoCard title={t('card.facts')}>
      {system ? (
        <Facts system={system} />
      ) : (
        <Skeleton variant="rect" height={120} />
      )}
    </EntityInfoCard>
  );
}

function Facts({ system }: { system: System }) {
  const { t } = useTranslationRef(systemsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const facts = [
    [term('field.lifecycle'), term(`lifecycle.${system.lifecycle}`)],
    [term('field.aliases'), aliasesFor(language, system)],
    [
      term('field.modules'),
      system.modules.map(({ title }) => title[language]).join(' · '),
    ],
    [
      t('card.source'),
      t(
        system.source === 'bridge' ? 'card.sourceBridge' : 'card.sourceCatalog',
      ),
    ],
  ].filter(([, value]) => value);
  return (
    <dl className={useStyles().root}>
      <dt>{term('field.criticality')}</dt>
      <dd>
        <CriticalityBadge level={system.criticality} />
      </dd>
      {facts.map(([label, value]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the readers of a language call a system. */
function aliasesFor(language: Language, { aliases }: System): string {
  const chinese = language === 'zh';
  return aliases
    .filter(alias => /\p{Script=Han}/u.test(alias) === chinese)
    .join(chinese ? '、' : ', ');
}
