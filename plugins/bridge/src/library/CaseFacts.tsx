import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { Case } from '@techbridge/plugin-bridge-common';
import { ReactNode } from 'react';
import { useDayOf } from '../api/useDayOf';
import { useTitles } from '../api/useTitles';
import { ItemLink } from '../components/ItemLink';
import { mutedText } from '../components/mutedText';
import { Panel } from '../components/Panel';
import { StateChip } from '../components/StateChip';
import { libraryTranslationRef } from '../translation/library';
import { refOfSystem } from '../components/refOfSystem';

const useStyles = makeStyles(theme => ({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: theme.spacing(1, 2),
    margin: 0,
    fontSize: 14,
  },
  label: { color: mutedText(theme) },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  systems: { listStyle: 'none', margin: 0, padding: 0 },
  hint: {
    margin: theme.spacing(1.5, 0, 0),
    color: mutedText(theme),
    fontSize: 13,
  },
}));

/** Where a case stands, what it is about, and who wrote it. @internal */
export function CaseFacts({ found }: { found: Case }) {
  const { t } = useTranslationRef(libraryTranslationRef);
  const classes = useStyles();
  const dayOf = useDayOf();
  return (
    <Panel title={t('case.about')}>
      <dl className={classes.facts}>
        <Fact label={t('case.state')}>
          <StateChip state={found.state} />
        </Fact>
        <Fact label={t('case.item')}>
          <ItemLink itemKey={found.key} />
        </Fact>
        <CaseEntities found={found} />
        <Fact label={t('case.language')}>
          {t(`language.${found.language}`)}
        </Fact>
        <Fact label={t('case.published')}>
          {found.publishedAt
            ? dayOf(found.publishedAt)
            : t('case.notPublished')}
        </Fact>
        <Fact label={t('case.changed')}>{dayOf(found.updatedAt)}</Fact>
      </dl>
      <p className={classes.hint}>{t('case.itemHint')}</p>
    </Panel>
  );
}

/** The systems and the author, with the pages that the catalog has for them. */
function CaseEntities({ found }: { found: Case }) {
  const { t } = useTranslationRef(libraryTranslationRef);
  const classes = useStyles();
  const systems = found.systems.map(refOfSystem);
  const titleOf = useTitles([found.author, ...systems]);
  const linkTo = useEntityRefLink();
  return (
    <>
      <Fact label={t('case.systems')}>
        <ul className={classes.systems}>
          {systems.map(ref => (
            <li key={ref}>
              <Link to={linkTo(ref)}>{titleOf(ref)}</Link>
            </li>
          ))}
        </ul>
        {systems.length === 0 && t('case.noSystems')}
      </Fact>
      <Fact label={t('case.author')}>
        <Link to={linkTo(found.author)}>{titleOf(found.author)}</Link>
      </Fact>
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.fact}>{children}</dd>
    </>
  );
}
