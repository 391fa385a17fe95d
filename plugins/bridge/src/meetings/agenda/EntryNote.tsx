import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useRef } from 'react';
import { useMe } from '../../api/useMe';
import { CardError } from '../../components/CardError';
import { LongText } from '../../components/LongText';
import { mutedText } from '../../components/mutedText';
import { useDraft } from '../../components/useDraft';
import { meetingsTranslationRef } from '../../translation/meetings';
import { useMeetingCommand } from '../useMeetingCommand';
import type { EntryProps } from './EntryProps';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
  },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: 14 },
  theirs: {
    margin: 0,
    paddingLeft: theme.spacing(1.5),
    borderLeft: `3px solid ${theme.palette.divider}`,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  muted: { color: mutedText(theme), fontSize: 13 },
}));

/** What was said; those who lead a meeting write it while it is open. @internal */
export function EntryNote(props: EntryProps) {
  const { meeting, entry } = props;
  const classes = useStyles();
  const me = useMe();
  if (me && meeting.may.manage && meeting.state === 'open') {
    return <NoteForm {...props} writer={me.ref} />;
  }
  return entry.note ? <div className={classes.text}>{entry.note}</div> : null;
}

interface NoteFormProps extends EntryProps {
  /** Whose text it is while it is not saved. */
  writer: string;
}

function NoteForm(props: NoteFormProps) {
  const { entry } = props;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const classes = useStyles();
  const note = useNote(props);
  const { isDirty, isBehind, isSaved, command } = note;
  const of = { item: entry.item.key };
  const said = isSaved && t('note.saved');
  return (
    <div className={classes.root}>
      <LongText
        short
        label={t('note.label', of)}
        value={note.text}
        onChange={note.write}
      />
      {command.error && isDirty && !isBehind && (
        <CardError error={command.error} />
      )}
      {isBehind && <Theirs text={entry.note} />}
      <div className={classes.line}>
        {isBehind ? (
          <>
            <Button size="small" variant="outlined" onClick={note.keepMine}>
              {t('note.keepMine')}
            </Button>
            <Button size="small" onClick={note.takeTheirs}>
              {t('note.takeTheirs')}
            </Button>
          </>
        ) : (
          isDirty && (
            <Button
              size="small"
              variant="outlined"
              color="primary"
              aria-label={t('note.saveOf', of)}
              disabled={command.busy}
              onClick={note.save}
            >
              {t('note.save')}
            </Button>
          )
        )}
        <span role="status" className={classes.muted}>
          {isDirty ? t('note.unsaved') : said}
        </span>
      </div>
    </div>
  );
}

/** What somebody else has written while the reader was typing. */
function Theirs({ text }: { text: string | null }) {
  const { t } = useTranslationRef(meetingsTranslationRef);
  const classes = useStyles();
  return (
    <div role="alert">
      <div>{text ? t('note.others') : t('note.othersEmpty')}</div>
      {text && (
        <blockquote className={`${classes.theirs} ${classes.text}`}>
          {text}
        </blockquote>
      )}
    </div>
  );
}

interface NoteDraft {
  text: string;
  /** What stood there when the typing began. */
  before: string;
}

const isSame = (one: NoteDraft, other: NoteDraft) =>
  one.text === one.before && other.text === other.before;

/**
 * What is being typed. It is kept in this tab until it is saved, and never
 * covers what somebody else has written meanwhile unless the reader says so.
 */
function useNote(props: NoteFormProps) {
  const { meeting, entry, writer } = props;
  const { item, rev } = entry;
  const saved = entry.note ?? '';
  const { values, change } = useDraft<NoteDraft>(
    `bridge-note:${meeting.id}:${item.key}:${writer}`,
    { values: { text: saved, before: saved }, revision: rev },
    isSame,
  );
  const { text, before } = values;
  const isDirty = text !== before;
  const sent = useRef<string>();
  const command = useMeetingCommand(props, () =>
    change({ before: sent.current }),
  );
  const save = () => {
    sent.current = text;
    command.run((api, id) => {
      const note = text.trim() || null;
      return api.changeAgenda(id, { do: 'set', item: item.key, rev, note });
    });
  };
  return {
    ...{ isDirty, command, save },
    isBehind: isDirty && saved !== before && saved !== text,
    isSaved: !isDirty && sent.current !== undefined,
    text: isDirty ? text : saved,
    write: (next: string) =>
      change({ text: next, before: isDirty ? before : saved }),
    keepMine: () => change({ before: saved }),
    takeTheirs: () => change({ text: saved, before: saved }),
  };
}
