import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { useClock } from '../../api/useClock';
import { formatMoment } from '../../components/formatTime';
import { SheetSection } from '../../components/Sheet';
import { useLanguage } from '../../components/useLanguage';
import { printTranslationRef } from '../../translation/print';
import { useSentences } from '../history/useSentences';
import type { SheetProps } from './SheetProps';

/** As many as leave room on the page. */
const MOST_LINES = 10;

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none', fontSize: 13 },
  line: { display: 'flex', gap: theme.spacing(2), padding: '1px 0' },
  time: { flex: '0 0 150px' },
  rest: { fontSize: 12, margin: theme.spacing(0.5, 0, 0) },
}));

/** What happened last, newest at the end. @internal */
export function JournalLines({ paper, workflow }: SheetProps) {
  const { item, entries } = paper;
  const { t } = useTranslationRef(printTranslationRef);
  const language = useLanguage();
  const zone = useClock()?.timeZone;
  const classes = useStyles();
  const last = entries.slice(-MOST_LINES);
  const sentenceOf = useSentences(item, workflow, last);
  return (
    <SheetSection title={t('sheet.journal')}>
      <ol className={classes.list}>
        {last.map(entry => (
          <li key={entry.seq} className={classes.line}>
            <time className={classes.time} dateTime={entry.at}>
              {formatMoment(entry.at, language, zone)}
            </time>
            <span>{sentenceOf(entry)}</span>
          </li>
        ))}
      </ol>
      {entries.length > last.length && (
        <p className={classes.rest}>
          {t('sheet.lines', {
            shown: String(last.length),
            all: String(entries.length),
          })}
        </p>
      )}
    </SheetSection>
  );
}
