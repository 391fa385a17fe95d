import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import {
  CRITICALITIES,
  LIFECYCLES,
  Page,
} from '@techbridge/plugin-bridge-common';
import { FilterPick } from '../components/FilterPick';
import { mutedText } from '../components/mutedText';
import { ToggleChip } from '../components/ToggleChip';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';
import type { SystemFilters } from './useSystemFilters';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    margin: theme.spacing(1.5, 0, 2),
  },
  total: {
    marginLeft: 'auto',
    color: mutedText(theme),
    fontSize: 13,
  },
}));

interface FilterBarProps {
  filters: SystemFilters;
  onChange(changes: Partial<SystemFilters>): void;
  total?: Page<unknown>['total'];
}

/** Quick filters, each one click, and how many systems are found. @internal */
export function FilterBar({ filters, onChange, total }: FilterBarProps) {
  const { t } = useTranslationRef(systemsTranslationRef);
  const classes = useStyles();
  const toggleVacant = (vacant: 'lead' | 'backup') =>
    onChange({ vacant: filters.vacant === vacant ? undefined : vacant });
  return (
    <div className={classes.root} role="group" aria-label={t('filter.label')}>
      <ToggleChip
        label={t('filter.mine')}
        pressed={filters.mine}
        onClick={() => onChange({ mine: !filters.mine })}
      />
      <CriticalityFilter filters={filters} onChange={onChange} />
      <LifecycleFilter filters={filters} onChange={onChange} />
      <ToggleChip
        label={t('filter.vacantLead')}
        pressed={filters.vacant === 'lead'}
        onClick={() => toggleVacant('lead')}
      />
      <ToggleChip
        label={t('filter.vacantBackup')}
        pressed={filters.vacant === 'backup'}
        onClick={() => toggleVacant('backup')}
      />
      {filters.it && (
        <ToggleChip
          label={t('filter.it')}
          pressed
          onClick={() => onChange({ it: undefined })}
        />
      )}
      <span className={classes.total} role="status">
        {total === '1000+' && t('list.countMany')}
        {typeof total === 'number' && t('list.count', { count: total })}
      </span>
    </div>
  );
}

function CriticalityFilter({ filters, onChange }: FilterBarProps) {
  const { t } = useTranslationRef(systemsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  return (
    <FilterPick
      label={term('field.criticality')}
      anyLabel={t('filter.anyCriticality')}
      value={filters.criticality}
      options={CRITICALITIES.map(level => ({
        value: level,
        label: term('criticality.label', { level }),
      }))}
      onChange={criticality => onChange({ criticality })}
    />
  );
}

function LifecycleFilter({ filters, onChange }: FilterBarProps) {
  const { t } = useTranslationRef(systemsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  return (
    <FilterPick
      label={term('field.lifecycle')}
      anyLabel={t('filter.anyLifecycle')}
      value={filters.lifecycle}
      options={LIFECYCLES.map(value => ({
        value,
        label: term(`lifecycle.${value}`),
      }))}
      onChange={lifecycle => onChange({ lifecycle })}
    />
  );
}
