import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import Switch from '@material-ui/core/Switch';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import LockIcon from '@material-ui/icons/LockOutlined';
import Alert from '@material-ui/lab/Alert';
import type { Item, JournalEntry } from '@techbridge/plugin-bridge-common';
import { FormEvent, useId, useState } from 'react';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { useClock } from '../../api/useClock';
import { useCommand } from '../../api/useCommand';
import type { JournalLoad } from '../../api/useJournal';
import { errorSentence, fieldSentences } from '../../components/errorSentence';
import { formatMoment } from '../../components/formatTime';
import { mutedText } from '../../components/mutedText';
import { Panel } from '../../components/Panel';
import { Person } from '../../components/Person';
import { useLanguage } from '../../components/useLanguage';
import { useSubmit } from '../../components/useSubmit';
import { itemsTranslationRef } from '../../translation/items';
import { LongText } from '../../components/LongText';
import { saidIn } from './payload';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: theme.spacing(0, 0, 2),
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
  },
  text: {
    marginTop: theme.spacing(0.5),
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    maxWidth: '72ch',
    lineHeight: 1.6,
  },
  time: { color: mutedText(theme) },
  // Told by words and by a line, not by its colour.
  internal: {
    borderLeft: `4px solid ${theme.palette.warning.main}`,
    paddingLeft: theme.spacing(1.5),
  },
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    fontSize: 12.5,
    fontWeight: 600,
  },
  form: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
  },
}));

/** What people said about an item, and saying something. @internal */
export function CommentsPanel(props: {
  item: Item;
  journal: JournalLoad;
  onChanged(item: Item): void;
}) {
  const { journal } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const said = journal.entries?.filter(isSaid) ?? [];
  return (
    <Panel title={t('comments.title')}>
      {journal.entries && said.length === 0 && (
        <Typography variant="body2" paragraph>
          {t('comments.none')}
        </Typography>
      )}
      <ul className={useStyles().list}>
        {said.map(entry => (
          <Comment key={entry.seq} entry={entry} />
        ))}
      </ul>
      <CommentForm {...props} />
    </Panel>
  );
}

function isSaid(entry: JournalEntry): boolean {
  const types = ['comment', 'note', 'action'];
  return types.includes(entry.type) && Boolean(saidIn(entry));
}

function Comment({ entry }: { entry: JournalEntry }) {
  const language = useLanguage();
  const clock = useClock();
  const { t } = useTranslationRef(itemsTranslationRef);
  const classes = useStyles();
  const isInternal = entry.type === 'note';
  return (
    <li className={isInternal ? classes.internal : undefined}>
      {isInternal && (
        <strong className={classes.mark}>
          <LockIcon fontSize="inherit" aria-hidden />
          {t('comments.internal')}
        </strong>
      )}
      <Person
        user={entry.actor.ref}
        name={entry.actor.name}
        note={
          <time className={classes.time} dateTime={entry.at}>
            {formatMoment(entry.at, language, clock?.timeZone)}
          </time>
        }
      />
      <div className={classes.text}>{saidIn(entry)}</div>
    </li>
  );
}

function CommentForm(props: {
  item: Item;
  journal: JournalLoad;
  onChanged(item: Item): void;
}) {
  const { item, journal, onChanged } = props;
  const api = useApi(bridgeApiRef);
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const [text, setText] = useState('');
  const [wanted, setInternal] = useState(false);
  // Somebody may have been taken off the item meanwhile.
  const internal = wanted && item.mayNote;
  const say = useCommand((said: { text: string; internal?: true }, call) =>
    api.commentOnItem(item.key, said, call),
  );
  const { busy, error, submit } = useSubmit(async () => {
    if (!text.trim()) {
      return;
    }
    const said = { text: text.trim(), ...(internal && { internal }) };
    onChanged(await say(said));
    setText('');
    journal.reload();
  }, asBridgeError);
  const send = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <form className={useStyles().form} noValidate onSubmit={send}>
      {error && !error.fields && (
        <Alert severity="error" role="alert">
          {errorSentence(error, language)}
        </Alert>
      )}
      <LongText
        label={t(internal ? 'comments.internalYours' : 'comments.yours')}
        value={text}
        error={[...fieldSentences(error, language).values()][0]}
        onChange={setText}
      />
      {item.mayNote && (
        <InternalSwitch internal={internal} onChange={setInternal} />
      )}
      <Button
        type="submit"
        variant="outlined"
        color="primary"
        aria-disabled={busy}
      >
        {t(internal ? 'comments.internalSend' : 'comments.send')}
      </Button>
    </form>
  );
}

function InternalSwitch(props: {
  internal: boolean;
  onChange(internal: boolean): void;
}) {
  const { internal, onChange } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const hintId = useId();
  return (
    <div>
      <FormControlLabel
        label={t('comments.internal')}
        control={
          <Switch
            color="primary"
            checked={internal}
            inputProps={{ 'aria-describedby': hintId }}
            onChange={(_, checked) => onChange(checked)}
          />
        }
      />
      <FormHelperText id={hintId}>{t('comments.internalHint')}</FormHelperText>
    </div>
  );
}
