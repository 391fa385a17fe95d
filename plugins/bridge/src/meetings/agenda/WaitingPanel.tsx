import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { fieldError } from '@techbridge/plugin-bridge-common';
import { FormEvent, useState } from 'react';
import { CardError } from '../../components/CardError';
import { fieldSentences } from '../../components/errorSentence';
import { ItemLink } from '../../components/ItemLink';
import { mutedText } from '../../components/mutedText';
import { Panel } from '../../components/Panel';
import { TextInput } from '../../components/TextInput';
import { useLanguage } from '../../components/useLanguage';
import { meetingsTranslationRef } from '../../translation/meetings';
import type { MeetingProps } from '../MeetingProps';
import { useMeetingCommand } from '../useMeetingCommand';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: theme.spacing(0, 0, 2), padding: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(0.75, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-child': { borderTop: 0 },
  },
  words: { flex: '1 1 220px', minWidth: 0, overflowWrap: 'anywhere' },
  muted: { color: mutedText(theme), fontSize: 13 },
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 320px) max-content',
    alignItems: 'start',
    gap: theme.spacing(1.5),
    // As high as the field beside it.
    '& button': { minHeight: 40 },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
}));

/** What could be talked about, too. @internal */
export function WaitingPanel(props: MeetingProps) {
  const { waiting } = props.meeting;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const classes = useStyles();
  const { busy, error, run } = useMeetingCommand(props);
  return (
    <Panel title={t('agenda.add')}>
      {error && <CardError error={error} />}
      {waiting.length > 0 && (
        <>
          <div className={classes.muted}>{t('waiting.title')}</div>
          <ul className={classes.list} aria-label={t('waiting.title')}>
            {waiting.map(({ key, title }) => (
              <li key={key} className={classes.line}>
                <div className={classes.words}>
                  <ItemLink itemKey={key}>{title}</ItemLink>
                  <div className={classes.muted}>{key}</div>
                </div>
                <Button
                  size="small"
                  variant="outlined"
                  aria-label={t('agenda.addItem', { item: key })}
                  disabled={busy}
                  onClick={() =>
                    run((api, id) =>
                      api.changeAgenda(id, { do: 'add', item: key }),
                    )
                  }
                >
                  {t('agenda.add')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <AddByKey {...props} />
    </Panel>
  );
}

function AddByKey(props: MeetingProps) {
  const { t } = useTranslationRef(meetingsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const [key, setKey] = useState('');
  const { busy, error, run } = useMeetingCommand(props, () => setKey(''));
  const problem = fieldSentences(error, language).get('item');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(async (api, id) => {
      const item = key.trim();
      if (!item) {
        throw fieldError('item', 'required');
      }
      return api.changeAgenda(id, { do: 'add', item });
    });
  };
  return (
    <>
      <form className={classes.form} noValidate onSubmit={submit}>
        <TextInput
          size="small"
          label={t('agenda.key')}
          hint={t('agenda.keyHint')}
          value={key}
          error={problem}
          onChange={setKey}
        />
        <Button type="submit" variant="outlined" disabled={busy}>
          {t('agenda.add')}
        </Button>
      </form>
      {error && !problem && <CardError error={error} />}
    </>
  );
}
