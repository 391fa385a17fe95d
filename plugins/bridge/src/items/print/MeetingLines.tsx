import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { SheetSection } from '../../components/Sheet';
import { decisionsTranslationRef } from '../../translation/decisions';
import { useMeetingWords } from '../links/useMeetingWords';
import type { SheetProps } from './SheetProps';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(2.5), fontSize: 14 },
}));

/** The review meetings that have dealt with an item, or will. @internal */
export function MeetingLines({ paper: { meetings } }: SheetProps) {
  const { t } = useTranslationRef(decisionsTranslationRef);
  const words = useMeetingWords();
  const classes = useStyles();
  return meetings.length === 0 ? null : (
    <SheetSection title={t('meetings.title')}>
      <ul className={classes.list}>
        {meetings.map(meeting => (
          <li key={meeting.id}>{words(meeting)}</li>
        ))}
      </ul>
    </SheetSection>
  );
}
