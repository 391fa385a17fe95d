import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { Page } from '@techbridge/plugin-bridge-common';
import type { Workflows } from '../../api/useWorkflows';
import { FilterPick } from '../../components/FilterPick';
import { formatDate } from '../../components/formatDate';
import { mutedText } from '../../components/mutedText';
import { ToggleChip } from '../../components/ToggleChip';
import { useLanguage } from '../../components/useLanguage';
import { itemsTranslationRef } from '../../translation/items';
import { SystemFilter } from './SystemFilter';
import { ItemFilters, NEWEST_CHANGE } from './useItemFilters';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    margin: theme.spacing(1.5, 0, 2),
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  end: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginLeft: 'auto',
    color: mutedText(theme),
    fontSize: 13,
  },
}));

interface ItemFilterBarProps {
  filters: ItemFilters;
  workflows?: Workflows;
  total?: Page<unknown>['total'];
  onChange(changes: Partial<ItemFilters>): void;
}

/** The kinds of items, quick filters, order and how many are found. @internal */
export function ItemFilterBar(props: ItemFilterBarProps) {
  const { filters, total, onChange } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <WorkflowChips {...props} />
      <div className={classes.line} role="group" aria-label={t('filter.label')}>
        {(['open', 'assigned', 'mine', 'overdue'] as const).map(name => (
          <ToggleChip
            key={name}
            label={t(`filter.${name}`)}
            pressed={filters[name]}
            onClick={() => onChange({ [name]: !filters[name] })}
          />
        ))}
        <StateFilter {...props} />
        <SystemFilter
          system={filters.system}
          onChange={system => onChange({ system })}
        />
        <SinceChip {...props} />
        <span className={classes.end}>
          <span role="status">
            {total === '1000+' && t('list.countMany')}
            {typeof total === 'number' && t('list.count', { count: total })}
          </span>
          <OrderPick {...props} />
        </span>
      </div>
    </div>
  );
}

function WorkflowChips({ filters, workflows, onChange }: ItemFilterBarProps) {
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const show = (workflow: string | undefined) =>
    onChange({ workflow, state: undefined, phase: undefined });
  return (
    <div
      className={useStyles().line}
      role="group"
      aria-label={t('filter.workflow')}
    >
      <ToggleChip
        label={t('filter.anyWorkflow')}
        pressed={!filters.workflow}
        onClick={() => show(undefined)}
      />
      {workflows?.list.map(({ id, title }) => (
        <ToggleChip
          key={id}
          label={title[language]}
          pressed={filters.workflow === id}
          onClick={() => show(filters.workflow === id ? undefined : id)}
        />
      ))}
    </div>
  );
}

/**
 * The states of the chosen workflow; without one there are too many, and a
 * board has a column for each.
 */
function StateFilter({ filters, workflows, onChange }: ItemFilterBarProps) {
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const workflow = filters.workflow && workflows?.byId.get(filters.workflow);
  if (!workflow || filters.view === 'board') {
    return null;
  }
  return (
    <FilterPick
      label={t('filter.state')}
      anyLabel={t('filter.anyState')}
      value={filters.state}
      options={workflow.states
        .filter(({ type }) => type !== 'choice')
        .map(({ id, label }) => ({ value: id, label: label[language] }))}
      onChange={state => onChange({ state })}
    />
  );
}

function SinceChip({ filters, onChange }: ItemFilterBarProps) {
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const { since } = filters;
  if (!since || Number.isNaN(Date.parse(since))) {
    return null;
  }
  return (
    <ToggleChip
      label={t('filter.since', { date: formatDate(since, language) })}
      pressed
      onClick={() => onChange({ since: undefined })}
    />
  );
}

const ORDERS = [
  NEWEST_CHANGE,
  '-createdAt',
  'createdAt',
  'dueAt',
  'key',
] as const;

function OrderPick({ filters, onChange }: ItemFilterBarProps) {
  const { t } = useTranslationRef(itemsTranslationRef);
  return (
    <FilterPick
      label={t('order.label')}
      value={filters.order}
      options={ORDERS.map(value => ({ value, label: t(`order.${value}`) }))}
      onChange={order => onChange({ order: order ?? NEWEST_CHANGE })}
    />
  );
}
