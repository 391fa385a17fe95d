import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type {
  BridgeError,
  ItemBoardView,
} from '@techbridge/plugin-bridge-common';
import { FormEvent, useEffect, useId, useRef } from 'react';
import { errorSentence, fieldSentences } from '../../components/errorSentence';
import { GuardedButton } from '../../components/GuardedButton';
import { mutedText } from '../../components/mutedText';
import { later } from '../../components/later';
import { useLanguage } from '../../components/useLanguage';
import { itemsTranslationRef } from '../../translation/items';
import { votesTranslationRef } from '../../translation/votes';
import { LongText } from '../../components/LongText';
import { isConditional } from './ballotConditions';
import type { BoardProps } from './BoardProps';
import { Choice, useBallot, useSaid } from './useBallot';

const ConditionsEditor = later(
  async () => (await import('./ConditionsEditor')).ConditionsEditor,
  160,
);

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(1.5),
    padding: theme.spacing(2),
    border: `1px solid ${theme.palette.primary.main}`,
    borderRadius: 8,
    '& > .MuiFormControl-root': { width: '100%' },
    '& legend': { marginBottom: theme.spacing(0.5) },
    '& .MuiRadio-root.Mui-focusVisible': {
      boxShadow: `inset 0 0 0 2px ${theme.palette.primary.main}`,
    },
  },
  barred: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
  },
  why: { color: mutedText(theme), fontSize: 13 },
}));

/** The reader's own vote; who may not vote reads why. @internal */
export function BallotForm(props: BoardProps & { wanted: boolean }) {
  const { board } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const why = board.why?.[language] ?? t('actions.not');
  if (!board.allowed) {
    return (
      <>
        <MyVote {...props} />
        <div className={classes.barred}>
          <GuardedButton
            variant="outlined"
            barred={why}
            onClick={() => undefined}
          >
            {t('board.vote')}
          </GuardedButton>
          <span className={classes.why} aria-hidden>
            {why}
          </span>
        </div>
      </>
    );
  }
  return <OpenBallot {...props} />;
}

function MyVote({ board: { mine }, onBehalfOf }: BoardProps) {
  const said = useSaid(onBehalfOf);
  return mine ? <Alert severity="success">{said(mine.choice)}</Alert> : null;
}

function OpenBallot(props: BoardProps & { wanted: boolean }) {
  const { board, wanted } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const form = useBroughtIntoView(wanted);
  const ballot = useBallot(props);
  const errors = fieldSentences(ballot.error, language);
  const shortest = board.reasonLength[ballot.choice ?? ''];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ballot.submit();
  };
  return (
    <form
      ref={form}
      className={useStyles().root}
      noValidate
      onSubmit={submit}
      aria-label={t('board.vote')}
    >
      <MyVote {...props} />
      {ballot.error && isElsewhere(ballot.error) && (
        <Alert severity="error" role="alert">
          {errorSentence(ballot.error, language)}
        </Alert>
      )}
      <Choices
        board={board}
        value={ballot.choice}
        error={errors.get('choice')}
        onChange={ballot.choose}
      />
      {isConditional(ballot.choice) && (
        <ConditionsEditor
          conditions={ballot.conditions}
          errors={errors}
          onChange={ballot.setConditions}
        />
      )}
      <LongText
        label={shortest ? t('board.reason') : t('board.reasonOptional')}
        required={Boolean(shortest)}
        value={ballot.reason}
        error={errors.get('reason')}
        hint={
          shortest ? t('board.reasonLength', { count: shortest }) : undefined
        }
        onChange={ballot.setReason}
      />
      <Button
        type="submit"
        color="primary"
        variant="contained"
        disabled={ballot.busy}
      >
        {board.mine ? t('board.change') : t('board.vote')}
      </Button>
    </form>
  );
}

/** Whether the fields of the form do not say it already. */
function isElsewhere({ fields = [] }: BridgeError): boolean {
  return !fields.some(({ path }) =>
    ['choice', 'reason', 'conditions'].includes(path.split('.')[0]),
  );
}

function Choices(props: {
  board: ItemBoardView;
  value?: Choice;
  error?: string;
  onChange(choice: Choice): void;
}) {
  const { board, value, error, onChange } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const { t: tVotes } = useTranslationRef(votesTranslationRef);
  const name = useId();
  return (
    <FormControl component="fieldset" error={Boolean(error)}>
      <FormLabel component="legend">{t('board.choice')}</FormLabel>
      <RadioGroup row name={name} value={value ?? null}>
        {board.choices.map(choice => (
          <FormControlLabel
            key={choice}
            value={choice}
            label={tVotes(`choice.${choice}`)}
            control={
              // Its ripple is drawn later than the button, and cannot yet be
              // found when the form takes the focus as it appears.
              <Radio
                color="primary"
                disableFocusRipple
                onChange={() => onChange(choice)}
              />
            }
          />
        ))}
      </RadioGroup>
      {error && <FormHelperText>{error}</FormHelperText>}
    </FormControl>
  );
}

/** Whoever came here to vote need not look for the form. */
function useBroughtIntoView(wanted: boolean) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (wanted) {
      form.current?.scrollIntoView?.({ block: 'center' });
      form.current?.querySelector('input')?.focus({ preventScroll: true });
    }
  }, [wanted]);
  return form;
}
