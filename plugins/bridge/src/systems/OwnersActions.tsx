import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import type { SuperUserRole, System } from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { useClock } from '../api/useClock';
import { GuardedButton } from '../components/GuardedButton';
import { systemsTranslationRef } from '../translation/systems';
import { AppointmentDialog } from './AppointmentDialog';
import { DeleteSystemDialog } from './DeleteSystemDialog';
import { EditSystemDialog } from './EditSystemDialog';
import { ownersOf } from './ownersOf';
import { useSystemRights } from './useSystemRights';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

interface OwnersActionsProps {
  system: System;
  onChanged(system: System): void;
  onDeleted(): void;
}

/** What may be done about a system and its owners. @internal */
export function OwnersActions(props: OwnersActionsProps) {
  const { system } = props;
  const { t } = useTranslationRef(systemsTranslationRef);
  const rights = useSystemRights(system);
  const [open, setOpen] = useState<OpenDialog>();
  return (
    <div className={useStyles().root}>
      <GuardedButton
        color="primary"
        variant="contained"
        startIcon={<AddIcon />}
        barred={rights.appoint}
        onClick={() => setOpen('appoint')}
      >
        {t('appoint.action')}
      </GuardedButton>
      <GuardedButton
        variant="outlined"
        barred={rights.update}
        onClick={() => setOpen('edit')}
      >
        {t('form.edit')}
      </GuardedButton>
      <GuardedButton barred={rights.delete} onClick={() => setOpen('delete')}>
        {t('form.delete')}
      </GuardedButton>
      <OpenedDialog {...props} open={open} onClose={() => setOpen(undefined)} />
    </div>
  );
}

type OpenDialog = 'appoint' | 'edit' | 'delete';

function OpenedDialog(
  props: OwnersActionsProps & { open?: OpenDialog; onClose(): void },
) {
  const { open, ...dialog } = props;
  const clock = useClock();
  if (open === 'appoint' && clock) {
    return (
      <AppointmentDialog
        {...dialog}
        role={nextRole(props.system)}
        today={clock.today()}
      />
    );
  }
  if (open === 'edit') {
    return <EditSystemDialog {...dialog} />;
  }
  return open === 'delete' ? <DeleteSystemDialog {...dialog} /> : null;
}

/** The role that is missing first. */
function nextRole(system: System): SuperUserRole {
  const { lead, backup } = ownersOf(system);
  if (!lead) {
    return 'lead';
  }
  return backup ? 'member' : 'backup';
}
