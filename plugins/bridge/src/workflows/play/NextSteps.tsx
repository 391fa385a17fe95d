import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { PlayStep, WorkflowPlay } from '@techbridge/plugin-bridge-common';
import { ComponentType, ReactNode, useState } from 'react';
import { useClock } from '../../api/useClock';
import type { FillInProps } from '../../components/FillInProps';
import { formatMoment } from '../../components/formatTime';
import { mutedText } from '../../components/mutedText';
import { Panel } from '../../components/Panel';
import { useLanguage } from '../../components/useLanguage';
import { useTimerMeaning } from '../../components/useTimerMeaning';
import { playTranslationRef } from '../../translation/play';
import { useChoiceName } from './useStepWords';

const useStyles = makeStyles(theme => ({
  group: { marginBottom: theme.spacing(2) },
  heading: {
    fontSize: 13,
    fontWeight: 600,
    color: mutedText(theme),
    margin: theme.spacing(0, 0, 0.75),
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  note: { color: mutedText(theme), fontSize: 12.5, margin: '4px 0' },
}));

interface Props {
  play: WorkflowPlay;
  /** Draws the form of an action. */
  FillIn: ComponentType<FillInProps>;
  /** Takes a step, as scenarios write it. */
  onStep(step: PlayStep): void;
}

/** What can happen next, to be chosen. @internal */
export function NextSteps(props: Props) {
  const { play, onStep } = props;
  const { actions, boards, conditions, events, timers } = play;
  const { t } = useTranslationRef(playTranslationRef);
  const language = useLanguage();
  const isOver = [actions, boards, conditions, events, timers].every(
    ({ length }) => length === 0,
  );
  const take = (step: string, label: string) => (
    <StepButton key={step} label={label} onClick={() => onStep(step)} />
  );
  return (
    <Panel title={t('next.title')}>
      {isOver && <Typography variant="body2">{t('next.none')}</Typography>}
      <Group title={t('next.actions')}>
        {actions.flatMap(action => [
          take(action.id, action.label[language]),
          ...(action.form
            ? [<OwnAnswers key={`${action.id} own`} {...props} {...action} />]
            : []),
        ])}
      </Group>
      {boards.map(board => (
        <Votes key={board.id} board={board} onStep={onStep} />
      ))}
      <Group title={t('next.conditions')}>
        {conditions.map(({ id, label }) =>
          take(`meet ${id}`, t('step.meet', { board: label[language] })),
        )}
      </Group>
      <Group title={t('next.events')}>
        {events.map(name => take(`event ${name}`, t('step.event', { name })))}
      </Group>
      {!isOver && (
        <Group title={t('next.time')}>
          {take('after P1D', t('next.day'))}
          {take('after P7D', t('next.week'))}
          {take('after P30D', t('next.month'))}
        </Group>
      )}
      <Waiting timers={timers} />
    </Panel>
  );
}

function Group(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  const { title, children } = props;
  return Array.isArray(children) && children.length === 0 ? null : (
    <div className={classes.group}>
      <Typography component="h3" className={classes.heading}>
        {title}
      </Typography>
      <div className={classes.buttons}>{children}</div>
    </div>
  );
}

/** Opens the form of an action, so that the step takes one's own answers. */
function OwnAnswers(
  props: Props & Pick<FillInProps, 'data'> & WorkflowPlay['actions'][number],
) {
  const { id, label, form, data, FillIn, onStep } = props;
  const { t } = useTranslationRef(playTranslationRef);
  const [open, setOpen] = useState(false);
  const action = label[useLanguage()];
  return (
    <>
      <StepButton
        label={t('next.fillIn')}
        fullLabel={t('next.fillInOf', { action })}
        onClick={() => setOpen(true)}
      />
      {open && form && (
        <FillIn
          title={t('next.fillInOf', { action })}
          done={action}
          form={form}
          data={data}
          onClose={() => setOpen(false)}
          onDone={set => {
            setOpen(false);
            onStep({ do: id, set });
          }}
        />
      )}
    </>
  );
}

function Votes(props: {
  board: WorkflowPlay['boards'][number];
  onStep: Props['onStep'];
}) {
  const { board, onStep } = props;
  const { id, label, choices, cast, needed, left, mayRecuse } = board;
  const { t } = useTranslationRef(playTranslationRef);
  const name = label[useLanguage()];
  const choiceName = useChoiceName();
  const counts = { cast: String(cast), needed: String(needed) };
  return (
    <Group title={t('next.board', { board: name, ...counts })}>
      {choices.map(choice => (
        <StepButton
          key={choice}
          label={choiceName(choice)}
          fullLabel={t('next.voteOf', {
            board: name,
            choice: choiceName(choice),
          })}
          disabled={left === 0}
          onClick={() =>
            onStep(choice === 'veto' ? `veto ${id}` : `vote ${id} ${choice} x1`)
          }
        />
      ))}
      {mayRecuse && (
        <StepButton
          label={t('next.recuse')}
          fullLabel={t('next.recuseOf', { board: name })}
          onClick={() => onStep(`recuse ${id}`)}
        />
      )}
    </Group>
  );
}

function StepButton(props: {
  label: string;
  /** What it is called where its words alone do not tell. */
  fullLabel?: string;
  disabled?: boolean;
  onClick(): void;
}) {
  const { label, fullLabel, disabled, onClick } = props;
  return (
    <Button
      size="small"
      variant="outlined"
      aria-label={fullLabel}
      disabled={disabled}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}

function Waiting({ timers }: Pick<WorkflowPlay, 'timers'>) {
  const { t } = useTranslationRef(playTranslationRef);
  const language = useLanguage();
  const timeZone = useClock()?.timeZone;
  const meaning = useTimerMeaning();
  const { note } = useStyles();
  return (
    <>
      {timers.map(timer => (
        <p key={`${timer.fireAt} ${meaning(timer)}`} className={note}>
          {t('next.waits', {
            date: formatMoment(timer.fireAt, language, timeZone),
            timer: meaning(timer),
          })}
        </p>
      ))}
    </>
  );
}
