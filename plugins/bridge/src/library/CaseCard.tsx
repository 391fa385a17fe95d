import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CaseRow } from '@techbridge/plugin-bridge-common';
import { useDayOf } from '../api/useDayOf';
import type { TitleOf } from '../api/useTitles';
import { StateChip } from '../components/StateChip';
import { caseRouteRef } from '../routes';
import { libraryTranslationRef } from '../translation/library';
import { refOfSystem } from '../components/refOfSystem';
import { useCardStyles, useCardWordStyles } from './useCardStyles';

/** A case in a list: what it is about, at a glance. @internal */
export function CaseCard(props: { found: CaseRow; titleOf: TitleOf }) {
  const { found, titleOf } = props;
  const { t } = useTranslationRef(libraryTranslationRef);
  const classes = { ...useCardStyles(), ...useCardWordStyles() };
  const pathOf = useRouteRef(caseRouteRef);
  const dayOf = useDayOf();
  const { publishedAt, updatedAt } = found;
  return (
    <li className={classes.card}>
      <div className={classes.head}>
        <span className={classes.key}>{found.key}</span>
        <StateChip state={found.state} />
      </div>
      <h2 className={classes.title} lang={found.language}>
        <Link to={pathOf({ id: found.id })}>{found.title}</Link>
      </h2>
      <p className={classes.summary} lang={found.language}>
        {found.summary}
      </p>
      <div className={classes.end}>
        {found.systems.length > 0 && (
          <ul className={classes.systems} aria-label={t('case.systems')}>
            {found.systems.map(system => (
              <li key={system} className={classes.system}>
                {titleOf(refOfSystem(system))}
              </li>
            ))}
          </ul>
        )}
        <div className={classes.foot}>
          {titleOf(found.author)}
          {' · '}
          {publishedAt
            ? t('list.publishedOn', { date: dayOf(publishedAt) })
            : t('list.changedOn', { date: dayOf(updatedAt) })}
        </div>
      </div>
    </li>
  );
}
