import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { ItemRow } from '@techbridge/plugin-bridge-common';
import type { Clock } from '../../api/useClock';
import type { TitleOf } from '../../api/useTitles';
import { DueDate } from '../../components/DueDate';
import { ItemLink } from '../../components/ItemLink';
import { mutedText } from '../../components/mutedText';
import { PrivateMark } from '../../components/PrivateMark';
import { refOfSystem } from '../../components/refOfSystem';
import { itemsTranslationRef } from '../../translation/items';
import { CardMenu } from './CardMenu';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1.25),
    borderRadius: 6,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
  },
  head: { display: 'flex', alignItems: 'flex-start', gap: 4 },
  title: {
    flex: 1,
    minWidth: 0,
    fontSize: 14,
    fontWeight: 600,
    overflowWrap: 'anywhere',
  },
  facts: { color: mutedText(theme), fontSize: 12.5, marginTop: 4 },
}));

/** An item in its column. @internal */
export function BoardCard(props: {
  item: ItemRow;
  clock?: Clock;
  titleOf: TitleOf;
  onMoved(): void;
  onDrag(row: ItemRow): void;
}) {
  const { item, clock, titleOf, onMoved, onDrag } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const classes = useStyles();
  const facts = [
    item.key,
    item.system && titleOf(refOfSystem(item.system)),
    item.assignees.map(titleOf).join(t('comma')),
  ];
  return (
    <li
      className={classes.root}
      draggable
      onDragStart={event => {
        // Some browsers drag nothing that carries nothing.
        event.dataTransfer?.setData('text/plain', item.key);
        onDrag(item);
      }}
    >
      <div className={classes.head}>
        <span className={classes.title}>
          <ItemLink itemKey={item.key}>{item.title}</ItemLink>
        </span>
        <CardMenu row={item} onMoved={onMoved} />
      </div>
      <div className={classes.facts}>{facts.filter(Boolean).join(' · ')}</div>
      <PrivateMark item={item} />
      {item.state.type !== 'end' && (
        <DueDate dueAt={item.dueAt} due={item.due} clock={clock} />
      )}
    </li>
  );
}
