import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { ToggleChip } from '../../components/ToggleChip';
import { listsTranslationRef } from '../../translation/lists';
import { ItemFilters } from './useItemFilters';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    gap: theme.spacing(0.5),
    marginTop: theme.spacing(1.5),
  },
}));

const VIEWS = ['list', 'board'] as const;

/** As a list, or as a board by state. @internal */
export function ViewSwitch(props: {
  view: ItemFilters['view'];
  onChange(changes: Partial<ItemFilters>): void;
}) {
  const { t } = useTranslationRef(listsTranslationRef);
  return (
    <div className={useStyles().root} role="group" aria-label={t('view.label')}>
      {VIEWS.map(view => (
        <ToggleChip
          key={view}
          label={t(`view.${view}`)}
          pressed={view === (props.view ?? 'list')}
          onClick={() =>
            props.onChange({ view: view === 'list' ? undefined : view })
          }
        />
      ))}
    </div>
  );
}
