import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { Item, Workflow } from '@techbridge/plugin-bridge-common';
import type { Clock } from '../api/useClock';
import { NOBODY, useTitles } from '../api/useTitles';
import { DueDate } from '../components/DueDate';
import { formatMoment } from '../components/formatTime';
import { later } from '../components/later';
import { mutedText } from '../components/mutedText';
import { PrivateMark } from '../components/PrivateMark';
import { refOfSystem } from '../components/refOfSystem';
import { StateChip } from '../components/StateChip';
import { useLanguage } from '../components/useLanguage';
import { caseRouteRef } from '../routes';
import { itemsTranslationRef } from '../translation/items';

const StuckNotice = later(
  async () => (await import('./StuckNotice')).StuckNotice,
);

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.75, 2),
    margin: theme.spacing(-1.5, 0, 2.5),
    fontSize: 14,
  },
  muted: { color: mutedText(theme) },
}));

/** Below the title: state, system, whose turn it is, due time, origin. @internal */
export function ItemSummary(props: {
  item: Item;
  clock?: Clock;
  workflow?: Workflow;
  onChanged(item: Item): void;
}) {
  const { item, clock, workflow, onChanged } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const system = item.system && refOfSystem(item.system);
  const date = formatMoment(item.createdAt, language, clock?.timeZone);
  const titleOf = useTitles([
    ...(system ? [system] : []),
    ...item.assignees,
    item.createdBy,
  ]);
  return (
    <div className={classes.root}>
      <StateChip state={item.state} />
      <PrivateMark item={item} />
      {system && <RefLink to={system}>{titleOf(system)}</RefLink>}
      {workflow?.kind === 'Case' && <CaseLink itemKey={item.key} />}
      {item.stuck && (
        <StuckNotice {...{ item, onChanged }} stuck={item.stuck} />
      )}
      {!item.stuck && item.assignees.length > 0 && (
        <span className={classes.muted}>
          {t('item.waitsFor', {
            names: item.assignees.map(titleOf).join(t('comma')),
          })}
        </span>
      )}
      {item.state.type !== 'end' && (
        <DueDate dueAt={item.dueAt} due={item.due} clock={clock} />
      )}
      <span className={classes.muted}>
        {item.createdBy === NOBODY
          ? t('item.createdByWorkflow', { date })
          : t('item.createdBy', { person: titleOf(item.createdBy), date })}
      </span>
    </div>
  );
}

/** A case is read in its library; here it is only decided about. */
function CaseLink({ itemKey }: { itemKey: string }) {
  const { t } = useTranslationRef(itemsTranslationRef);
  const casePath = useRouteRef(caseRouteRef);
  const id = itemKey.toLocaleLowerCase('en-US');
  return (
    <Link to={casePath({ id })} underline="always">
      {t('item.case')}
    </Link>
  );
}

function RefLink(props: { to: string; children: string }) {
  const linkTo = useEntityRefLink();
  return (
    <Link to={linkTo(props.to)} underline="always">
      {props.children}
    </Link>
  );
}
