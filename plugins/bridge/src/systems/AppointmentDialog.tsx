import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  fieldError,
  SuperUser,
  SuperUserRole,
  System,
} from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { asBridgeError } from '../api/asBridgeError';
import { bridgeApiRef } from '../api/bridgeApiRef';
import { useDepartments } from '../api/useDepartments';
import { fieldSentences } from '../components/errorSentence';
import { FormButtons } from '../components/FormButtons';
import { FormDialog } from '../components/FormDialog';
import { useLanguage } from '../components/useLanguage';
import { useNameOf } from '../components/useNameOf';
import { useSubmit } from '../components/useSubmit';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';
import { AppointmentFields } from './AppointmentFields';
import { newAppointment, valuesOf } from './appointmentValues';
import { PersonPicker } from './PersonPicker';
import type { FoundPerson } from '../api/usePeopleSearch';

const FIELDS = [
  'user',
  'role',
  'department',
  'shift',
  'modules',
  'stage',
  'from',
  'until',
] as const;

interface AppointmentDialogProps {
  system: System;
  /** The appointment to change; without it somebody is appointed. */
  appointment?: SuperUser;
  role: SuperUserRole;
  today: string;
  onClose(): void;
  onChanged(system: System): void;
}

/** Appoints a super user, or changes an appointment. @internal */
export function AppointmentDialog(props: AppointmentDialogProps) {
  const { system, appointment, onClose } = props;
  const { t } = useTranslationRef(systemsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const nameOf = useNameOf();
  const form = useAppointmentForm(props);
  const errors = fieldSentences(form.error, language);
  return (
    <FormDialog
      wide
      title={
        appointment
          ? t('appoint.changeTitle', { person: nameOf(appointment) })
          : t('appoint.title', { system: system.title[language] })
      }
      error={form.error}
      fields={FIELDS}
      onClose={onClose}
      onSubmit={form.submit}
      actions={
        <FormButtons
          verb={appointment ? term('save') : t('appoint.save')}
          busy={form.busy}
          onClose={onClose}
        />
      }
    >
      {!appointment && (
        <PersonPicker
          value={form.person}
          error={errors.get('user')}
          onChange={form.choosePerson}
        />
      )}
      <AppointmentFields
        system={system}
        values={form.values}
        errors={errors}
        onChange={form.change}
      />
    </FormDialog>
  );
}

function useAppointmentForm(props: AppointmentDialogProps) {
  const { appointment, role, today } = props;
  const [person, choosePerson] = useState<FoundPerson | null>(null);
  const [typed, setTyped] = useState(() =>
    appointment ? valuesOf(appointment) : newAppointment(role, today),
  );
  const suggested = useDepartmentOf(person);
  const values = { ...typed, department: typed.department || suggested };
  const change = (changes: Partial<typeof typed>) =>
    setTyped(previous => ({ ...previous, ...changes }));
  const user = appointment?.user ?? person?.user;
  const nameOf = useNameOf();
  const name = person?.name ?? (appointment ? nameOf(appointment) : '');
  const save = useSave(props, name);
  const submission = useSubmit(async () => {
    if (!user) {
      throw fieldError('user', 'required');
    }
    if (!values.department) {
      throw fieldError('department', 'required');
    }
    await save(user, values);
  }, asBridgeError);
  return { ...submission, person, values, change, choosePerson };
}

/** The department to suggest for a person. */
function useDepartmentOf(person: FoundPerson | null): string {
  const departments = useDepartments();
  return person?.groups.find(group => departments?.byRef.has(group)) ?? '';
}

function useSave(props: AppointmentDialogProps, name: string) {
  const { system, onClose, onChanged } = props;
  const api = useApi(bridgeApiRef);
  const alertApi = useApi(alertApiRef);
  const { t } = useTranslationRef(systemsTranslationRef);
  const language = useLanguage();
  return async (user: string, values: ReturnType<typeof valuesOf>) => {
    onChanged(await api.appointSuperUser(system.name, user, values));
    alertApi.post({
      message: t('appoint.saved', {
        person: name,
        system: system.title[language],
      }),
      severity: 'success',
      display: 'transient',
    });
    onClose();
  };
}
