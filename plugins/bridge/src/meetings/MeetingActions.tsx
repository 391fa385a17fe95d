import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { ConfirmDialog } from '../components/ConfirmDialog';
import { joinSentences } from '../components/joinSentences';
import { later } from '../components/later';
import { useLanguage } from '../components/useLanguage';
import { meetingsTranslationRef } from '../translation/meetings';
import type { MeetingProps } from './MeetingProps';
import { useMeetingCommand } from './useMeetingCommand';

const EditPlan = later(async () => (await import('./plan/EditPlan')).EditPlan);

const CancelDialog = later(
  async () => (await import('./plan/CancelDialog')).CancelDialog,
);

type Step = 'open' | 'close';

/** What those who lead a meeting can do with it now. @internal */
export function MeetingActions(props: MeetingProps) {
  const { state, may } = props.meeting;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const [asked, setAsked] = useState<Step | 'edit' | 'cancel'>();
  const close = () => setAsked(undefined);
  if (!may.manage) {
    return null;
  }
  return (
    <>
      {state === 'planned' && (
        <>
          <Button size="small" onClick={() => setAsked('cancel')}>
            {t('act.cancel')}
          </Button>
          <Button size="small" onClick={() => setAsked('edit')}>
            {t('act.edit')}
          </Button>
          <MainButton label={t('act.open')} onClick={() => setAsked('open')} />
        </>
      )}
      {state === 'open' && (
        <MainButton label={t('act.close')} onClick={() => setAsked('close')} />
      )}
      {asked === 'edit' && <EditPlan {...props} onClose={close} />}
      {asked === 'cancel' && <CancelDialog {...props} onClose={close} />}
      {(asked === 'open' || asked === 'close') && (
        <StepDialog {...props} step={asked} onClose={close} />
      )}
    </>
  );
}

function MainButton(props: { label: string; onClick(): void }) {
  return (
    <Button
      size="small"
      variant="contained"
      color="primary"
      disableElevation
      onClick={props.onClick}
    >
      {props.label}
    </Button>
  );
}

function StepDialog(props: MeetingProps & { step: Step; onClose(): void }) {
  const { meeting, step, onClose } = props;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const language = useLanguage();
  const { busy, error, run } = useMeetingCommand(props, onClose);
  const open = meeting.agenda
    .filter(({ conclusion }) => conclusion?.kind !== 'decided')
    .filter(({ conclusion }) => conclusion?.kind !== 'moved')
    .map(({ item }) => item.key);
  const keys = open.join(t('comma'));
  const names = step === 'close' && keys && t('act.closeOpen', { keys });
  return (
    <ConfirmDialog
      title={t(`act.${step}Title`)}
      text={joinSentences([t(`act.${step}Text`), names], language)}
      confirm={t(`act.${step}`)}
      busy={busy}
      error={error}
      onConfirm={() => run((api, id) => api.stepMeeting(id, step))}
      onClose={onClose}
    />
  );
}
