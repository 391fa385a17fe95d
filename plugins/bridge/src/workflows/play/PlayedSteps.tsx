import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { WorkflowPlay } from '@techbridge/plugin-bridge-common';
import { ReactNode } from 'react';
import { useClock } from '../../api/useClock';
import { formatMoment } from '../../components/formatTime';
import { mutedText } from '../../components/mutedText';
import { Notice } from '../../components/Notice';
import { Panel } from '../../components/Panel';
import { useEffectName } from '../../components/useEffectName';
import { useLanguage } from '../../components/useLanguage';
import { useTimerMeaning } from '../../components/useTimerMeaning';
import { playTranslationRef } from '../../translation/play';
import { useStepWords } from './useStepWords';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  step: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) max-content',
    alignItems: 'start',
    gap: theme.spacing(0, 2),
    padding: theme.spacing(1.25, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-child': { borderTop: 0, paddingTop: 0 },
  },
  what: { fontWeight: 600, overflowWrap: 'anywhere' },
  note: { color: mutedText(theme), fontSize: 12.5 },
}));

type Step = WorkflowPlay['steps'][number];

/** What was played so far, and the way back to each step. @internal */
export function PlayedSteps(props: {
  play: WorkflowPlay;
  /** Leaves so many steps after the start. */
  onBackTo(number: number): void;
  /** What stands above the steps. */
  children: ReactNode;
}) {
  const { play, onBackTo, children } = props;
  const { steps, failure } = play;
  const { t } = useTranslationRef(playTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const last = steps.length - 1;
  return (
    <Panel title={t('steps.title')}>
      {children}
      <ol className={classes.list}>
        {steps.map((step, number) => (
          <PlayedStep
            key={number}
            step={step}
            number={number}
            onBack={
              number < last || failure ? () => onBackTo(number) : undefined
            }
          />
        ))}
      </ol>
      {failure && (
        <Notice alarming title={t('steps.failed')} hint={failure[language]}>
          <Button
            variant="outlined"
            color="primary"
            onClick={() => onBackTo(last)}
          >
            {t('steps.undo')}
          </Button>
        </Notice>
      )}
    </Panel>
  );
}

function PlayedStep(props: {
  step: Step;
  number: number;
  onBack?: () => void;
}) {
  const { step, number, onBack } = props;
  const { words, state, at, fired, effects } = step;
  const { t } = useTranslationRef(playTranslationRef);
  const language = useLanguage();
  const timeZone = useClock()?.timeZone;
  const classes = useStyles();
  const meaning = useTimerMeaning();
  const nameOf = useEffectName();
  const names = [...new Set(effects)].map(nameOf);
  const between = language === 'zh' ? '、' : ', ';
  const notes = [
    ...fired.map(timer =>
      t('step.fired', {
        date: formatMoment(timer.at, language, timeZone),
        timer: meaning(timer),
      }),
    ),
    t('step.state', {
      state: state.label[language],
      date: formatMoment(at, language, timeZone),
    }),
    ...(names.length > 0
      ? [t('step.effects', { effects: names.join(between) })]
      : []),
  ];
  return (
    <li className={classes.step}>
      <div>
        <div className={classes.what}>{useStepWords()(words)}</div>
        {notes.map((note, place) => (
          <div key={place} className={classes.note}>
            {note}
          </div>
        ))}
      </div>
      {onBack && (
        <Button
          size="small"
          aria-label={t('steps.backToOf', { number: String(number + 1) })}
          onClick={onBack}
        >
          {t('steps.backTo')}
        </Button>
      )}
    </li>
  );
}
