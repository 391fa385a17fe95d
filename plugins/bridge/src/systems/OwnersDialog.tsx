import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import DialogContentText from '@material-ui/core/DialogContentText';
import type { System } from '@techbridge/plugin-bridge-common';
import { FormDialog } from '../components/FormDialog';
import { useLanguage } from '../components/useLanguage';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';
import { OwnersPanel } from './OwnersPanel';

/** The next step after registering: who answers for the system. @internal */
export function OwnersDialog(props: {
  system: System;
  onClose(): void;
  /** With nothing when the system was taken out again. */
  onChanged(system: System | undefined): void;
}) {
  const { system, onClose, onChanged } = props;
  const { t } = useTranslationRef(systemsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  return (
    <FormDialog
      wide
      title={t('form.registered', { system: system.title[useLanguage()] })}
      onClose={onClose}
      onSubmit={onClose}
      actions={
        <Button type="submit" color="primary">
          {term('close')}
        </Button>
      }
    >
      <DialogContentText>{t('form.registeredNext')}</DialogContentText>
      <OwnersPanel
        system={system}
        onChanged={onChanged}
        onDeleted={() => {
          onChanged(undefined);
          onClose();
        }}
      />
    </FormDialog>
  );
}
