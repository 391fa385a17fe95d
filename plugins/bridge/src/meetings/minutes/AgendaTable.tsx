import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { MeetingMinutes } from '@techbridge/plugin-bridge-common';
import type { TitleOf } from '../../api/useTitles';
import { ItemLink } from '../../components/ItemLink';
import { SheetTable } from '../../components/SheetTable';
import { minutesTranslationRef } from '../../translation/minutes';
import { useConclusionWords } from '../useConclusionWords';

const WIDTHS = [19, 10, 24, 10, 11, 12, 14];

const useStyles = makeStyles({
  note: { whiteSpace: 'pre-wrap' },
  line: { display: 'block' },
});

/** What was talked about, said and decided. @internal */
export function AgendaTable(props: {
  entries: MeetingMinutes['entries'];
  titleOf: TitleOf;
}) {
  const { entries, titleOf } = props;
  const { t } = useTranslationRef(minutesTranslationRef);
  const classes = useStyles();
  const words = useConclusionWords(titleOf);
  const countOf = useCount();
  const head = [
    ...[t('item'), t('presenter'), t('note')],
    ...[t('recused'), t('votes')],
    ...[t('conclusion'), t('conditions')],
  ];
  const lines = (texts: string[]) =>
    texts.map(text => (
      <span key={text} className={classes.line}>
        {text}
      </span>
    ));
  const rows = entries.map(({ key, title, presenter, note, conclusion }) => ({
    id: key,
    cells: [
      <div key="item">
        <div>
          <ItemLink itemKey={key} />
        </div>
        {title}
      </div>,
      presenter && titleOf(presenter),
      <span key="note" className={classes.note}>
        {note}
      </span>,
      words.recusedIn(conclusion),
      lines(conclusion.boards.map(countOf)),
      words.outcomeOf(conclusion),
      lines(words.conditionsOf(conclusion)),
    ],
  }));
  return (
    <SheetTable
      wide
      label={t('agenda')}
      head={head}
      rows={rows}
      widths={WIDTHS}
    />
  );
}

function useCount() {
  const { t } = useTranslationRef(minutesTranslationRef);
  return (
    board: MeetingMinutes['entries'][number]['conclusion']['boards'][number],
  ) =>
    t('count', {
      inFavour: String(board.for),
      against: String(board.against),
      abstained: String(board.abstained),
    });
}
