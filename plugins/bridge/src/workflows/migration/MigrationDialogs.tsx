import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { WorkflowMigration } from '@techbridge/plugin-bridge-common';
import { asBridgeError } from '../../api/asBridgeError';
import { BridgeApi, bridgeApiRef } from '../../api/bridgeApiRef';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { useSubmit } from '../../components/useSubmit';
import { workflowsTranslationRef } from '../../translation/workflows';
import type { OlderVersionProps } from './OlderVersionProps';

type DialogProps = OlderVersionProps & { onClose(): void };

/** Asks once more before items are taken along. @internal */
export function StartDialog(props: DialogProps) {
  const { workflow, found, older } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { version: from, items: count } = older;
  const { to, hash } = found;
  const { submission, close } = useStep(props, api =>
    api.startMigration(workflow, { from, to, hash }),
  );
  const versions = { from: String(from), to: String(to) };
  return (
    <ConfirmDialog
      {...submission}
      title={t('migration.startOf', { version: String(from) })}
      text={t('migration.startText', { count, ...versions })}
      confirm={t('migration.start')}
      onClose={close}
    />
  );
}

/** Asks once more before the rest is left where it is. @internal */
export function CancelDialog(
  props: DialogProps & { migration: WorkflowMigration },
) {
  const { workflow, older, migration } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { submission, close } = useStep(props, api =>
    api.cancelMigration(workflow, migration.id),
  );
  return (
    <ConfirmDialog
      {...submission}
      title={t('migration.cancelOf', { version: String(older.version) })}
      text={t('migration.cancelText')}
      confirm={t('migration.cancel')}
      onClose={close}
    />
  );
}

function useStep(
  { onChanged, onClose }: DialogProps,
  step: (api: BridgeApi) => Promise<unknown>,
) {
  const api = useApi(bridgeApiRef);
  const { busy, error, submit } = useSubmit(async () => {
    await step(api);
    onClose();
    onChanged();
  }, asBridgeError);
  const close = () => {
    onClose();
    // What was refused has changed meanwhile.
    if (error) {
      onChanged();
    }
  };
  return { submission: { busy, error, onConfirm: submit }, close };
}
