import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { meetingManagePermission } from '@techbridge/plugin-bridge-common';
import { useNavigate } from 'react-router-dom';
import { BridgeApi, bridgeApiRef } from '../../api/bridgeApiRef';
import { useClock } from '../../api/useClock';
import { useCommand } from '../../api/useCommand';
import { useMe } from '../../api/useMe';
import { meetingRouteRef } from '../../routes';
import { meetingsTranslationRef } from '../../translation/meetings';
import { termsTranslationRef } from '../../translation/terms';
import { PlanDialog } from './PlanDialog';
import { meetingInput, newPlan } from './planValues';

type Input = Parameters<BridgeApi['createMeeting']>[0];

/** Plans a meeting, then leads on to its page. @internal */
export function NewMeeting({ onClose }: { onClose(): void }) {
  const { t } = useTranslationRef(meetingsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const api = useApi(bridgeApiRef);
  const me = useMe();
  const clock = useClock();
  const navigate = useNavigate();
  const pathOf = useRouteRef(meetingRouteRef);
  const create = useCommand((input: Input, options) =>
    api.createMeeting(input, options),
  );
  const { allowed, loading } = usePermission({
    permission: meetingManagePermission,
  });
  if (!me || !clock) {
    return null;
  }
  return (
    <PlanDialog
      isNew
      start={newPlan(me.ref)}
      verb={t('form.plan')}
      barred={allowed || loading ? undefined : term('notAllowed')}
      send={async values => {
        const { id } = await create(meetingInput(values, clock.timeZone));
        navigate(pathOf({ id: String(id) }), { replace: true });
      }}
      onClose={onClose}
    />
  );
}
