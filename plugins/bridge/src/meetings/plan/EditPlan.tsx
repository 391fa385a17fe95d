import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useRef } from 'react';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { useClock } from '../../api/useClock';
import { termsTranslationRef } from '../../translation/terms';
import type { MeetingProps } from '../MeetingProps';
import { PlanDialog } from './PlanDialog';
import { changeInput, planOf, PlanValues } from './planValues';

/** Changes the plan of a meeting that has not begun. @internal */
export function EditPlan(props: MeetingProps & { onClose(): void }) {
  const { meeting, onChanged, onRefused, onClose } = props;
  const { t: term } = useTranslationRef(termsTranslationRef);
  const api = useApi(bridgeApiRef);
  const timeZone = useClock()?.timeZone;
  // Of the plan that was seen: who was told of another change has seen that.
  const seen = useRef<number | undefined>(meeting.rev);
  if (!timeZone) {
    return null;
  }
  const send = async (values: PlanValues) => {
    const rev = seen.current ?? meeting.rev;
    const input = { ...changeInput(values, timeZone), rev };
    try {
      onChanged(await api.changeMeeting(meeting.id, input));
    } catch (error) {
      seen.current = undefined;
      onRefused();
      throw error;
    }
    onClose();
  };
  return (
    <PlanDialog
      isNew={false}
      inSeries={meeting.repeat !== null}
      start={planOf(meeting, timeZone)}
      verb={term('save')}
      send={send}
      onClose={onClose}
    />
  );
}
