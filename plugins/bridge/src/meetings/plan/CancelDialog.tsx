import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useState } from 'react';
import { Choice } from '../../components/Choice';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { meetingsTranslationRef } from '../../translation/meetings';
import type { MeetingProps } from '../MeetingProps';
import { useMeetingCommand } from '../useMeetingCommand';

type Series = 'goesOn' | 'ends';

const SERIES: Series[] = ['goesOn', 'ends'];

/** Asks before a meeting is called off, and what becomes of its series. @internal */
export function CancelDialog(props: MeetingProps & { onClose(): void }) {
  const { meeting, onClose } = props;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const { busy, error, run } = useMeetingCommand(props, onClose);
  const [series, setSeries] = useState<Series>('goesOn');
  return (
    <ConfirmDialog
      title={t('act.cancelTitle')}
      text={t('act.cancelText')}
      confirm={t('act.cancel')}
      dismiss={t('act.keep')}
      busy={busy}
      error={error}
      onConfirm={() => run((api, id) => api.cancelMeeting(id, { series }))}
      onClose={onClose}
    >
      {meeting.repeat && (
        <Choice
          label={t('act.series')}
          value={series}
          options={SERIES.map(value => ({
            value,
            label: t(`act.series.${value}`),
          }))}
          onChange={value => setSeries(value)}
        />
      )}
    </ConfirmDialog>
  );
}
