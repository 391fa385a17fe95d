import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { Page } from '@techbridge/plugin-bridge-common';
import { FilterPick } from '../components/FilterPick';
import { mutedText } from '../components/mutedText';
import { ToggleChip } from '../components/ToggleChip';
import { libraryTranslationRef } from '../translation/library';
import { SystemFilter } from './SystemFilter';
import { CASE_ORDERS, CaseFilters } from './useCaseFilters';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    margin: theme.spacing(1.5, 0, 2),
  },
  total: { marginLeft: 'auto', color: mutedText(theme), fontSize: 13 },
}));

const ORDER_NAMES = {
  '-updatedAt': 'changed',
  '-publishedAt': 'published',
  key: 'key',
} as const;

/** Filters, the order, and how many cases are found. @internal */
export function CaseFilterBar(props: {
  filters: CaseFilters;
  onChange(changes: Partial<CaseFilters>): void;
  total?: Page<unknown>['total'];
}) {
  const { filters, onChange, total } = props;
  const { t } = useTranslationRef(libraryTranslationRef);
  const classes = useStyles();
  const toggle = (published: 'true' | 'false') =>
    onChange({
      published: filters.published === published ? undefined : published,
    });
  return (
    <div className={classes.root} role="group" aria-label={t('filter.label')}>
      <ToggleChip
        label={t('filter.published')}
        pressed={filters.published === 'true'}
        onClick={() => toggle('true')}
      />
      <ToggleChip
        label={t('filter.inWork')}
        pressed={filters.published === 'false'}
        onClick={() => toggle('false')}
      />
      <SystemFilter
        value={filters.system}
        onChange={system => onChange({ system })}
      />
      <FilterPick
        label={t('order.label')}
        value={filters.order}
        options={CASE_ORDERS.map(value => ({
          value,
          label: t(`order.${ORDER_NAMES[value]}`),
        }))}
        onChange={order => onChange({ order: order ?? CASE_ORDERS[0] })}
      />
      <span className={classes.total} role="status">
        {total === '1000+' && t('list.countMany')}
        {typeof total === 'number' && t('list.count', { count: total })}
      </span>
    </div>
  );
}
