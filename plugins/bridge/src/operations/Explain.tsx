import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Explanation } from '@techbridge/plugin-bridge-common';
import { FormEvent, useId, useState } from 'react';
import { bridgeApiRef } from '../api/bridgeApiRef';
import { useLoad } from '../api/useLoad';
import { useTitles } from '../api/useTitles';
import { ItemLink } from '../components/ItemLink';
import { Loaded } from '../components/Loaded';
import { mutedText } from '../components/mutedText';
import { Panel } from '../components/Panel';
import { TextInput } from '../components/TextInput';
import { useLanguage } from '../components/useLanguage';
import { EntityPicker } from '../pickers/EntityPicker';
import { operationsTranslationRef } from '../translation/operations';

const useStyles = makeStyles(theme => ({
  hint: { color: mutedText(theme), marginBottom: theme.spacing(2) },
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr) max-content',
    alignItems: 'start',
    gap: theme.spacing(1.5),
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  ask: { height: 56 },
  answer: { marginTop: theme.spacing(2) },
  list: { margin: theme.spacing(1, 0, 0), padding: 0, listStyle: 'none' },
  line: {
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    overflowWrap: 'anywhere',
  },
  why: { color: mutedText(theme), fontSize: 12.5 },
}));

interface Question {
  item: string;
  person: string;
}

/** Says why somebody may, or may not, do something with an item now. @internal */
export function Explain() {
  const { t } = useTranslationRef(operationsTranslationRef);
  const classes = useStyles();
  const [asked, setAsked] = useState<Question>();
  return (
    <Panel title={t('explain.title')}>
      <Typography variant="body2" className={classes.hint}>
        {t('explain.hint')}
      </Typography>
      <QuestionForm onAsk={setAsked} />
      {asked && <Answer question={asked} />}
    </Panel>
  );
}

function QuestionForm({ onAsk }: { onAsk(question: Question): void }) {
  const { t } = useTranslationRef(operationsTranslationRef);
  const classes = useStyles();
  const [item, setItem] = useState('');
  const [person, setPerson] = useState('');
  const question = { item: item.trim(), person };
  const ask = (event: FormEvent) => {
    event.preventDefault();
    onAsk(question);
  };
  return (
    <form className={classes.form} onSubmit={ask}>
      <TextInput label={t('explain.item')} value={item} onChange={setItem} />
      <EntityPicker
        id={useId()}
        kind="user"
        label={t('explain.person')}
        refs={person ? [person] : []}
        onChange={([chosen = '']) => setPerson(chosen)}
      />
      <Button
        className={classes.ask}
        type="submit"
        variant="outlined"
        disabled={!question.item || !person}
      >
        {t('explain.ask')}
      </Button>
    </form>
  );
}

function Answer({ question }: { question: Question }) {
  const { item, person } = question;
  const { t } = useTranslationRef(operationsTranslationRef);
  const classes = useStyles();
  const language = useLanguage();
  const api = useApi(bridgeApiRef);
  const titleOf = useTitles([person]);
  const load = useLoad(() => api.explain(item, person), [api, question]);
  return (
    <div className={classes.answer} aria-live="polite">
      <Loaded
        load={load}
        loading={t('explain.busy')}
        failed={t('explain.failed')}
      >
        {explanation => (
          <>
            <ItemLink itemKey={explanation.item.key}>
              {explanation.item.key} {explanation.item.title}
            </ItemLink>
            <Typography variant="body2">
              {t('explain.now', {
                person: titleOf(person),
                state: explanation.state[language],
              })}
            </Typography>
            <Verbs explanation={explanation} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Verbs({ explanation }: { explanation: Explanation }) {
  const { t } = useTranslationRef(operationsTranslationRef);
  const classes = useStyles();
  const language = useLanguage();
  const { boards, actions } = explanation;
  const lines = [
    ...boards.map(board => ({
      ...board,
      name: t('explain.vote', { board: board.label[language] }),
    })),
    ...actions.map(action => ({ ...action, name: action.label[language] })),
  ];
  return (
    <ul className={classes.list}>
      {lines.map(({ name, allowed, why }) => (
        <li key={name} className={classes.line}>
          {t(allowed ? 'explain.may' : 'explain.mayNot', { action: name })}
          {why && <div className={classes.why}>{why[language]}</div>}
        </li>
      ))}
      {lines.length === 0 && (
        <li className={classes.line}>{t('explain.nothing')}</li>
      )}
    </ul>
  );
}
