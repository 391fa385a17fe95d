import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  SHIFTS,
  STAGES,
  SUPER_USER_ROLES,
  System,
} from '@techbridge/plugin-bridge-common';
import { useDepartments } from '../api/useDepartments';
import { Choice } from '../components/Choice';
import { FieldGrid } from '../components/FieldGrid';
import { TextInput } from '../components/TextInput';
import { useLanguage } from '../components/useLanguage';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';
import type { AppointmentValues } from './appointmentValues';
import { ModuleChoice } from './ModuleChoice';

interface AppointmentFieldsProps {
  system: System;
  values: AppointmentValues;
  errors: ReadonlyMap<string, string>;
  onChange(changes: Partial<AppointmentValues>): void;
}

/** Role, department, shift, modules, stage and term. @internal */
export function AppointmentFields(props: AppointmentFieldsProps) {
  const { system, values, errors, onChange } = props;
  return (
    <>
      <FieldGrid>
        <RoleAndDepartment {...props} />
        <ShiftAndStage {...props} />
        <TermFields {...props} />
      </FieldGrid>
      {system.modules.length > 0 && (
        <ModuleChoice
          system={system}
          chosen={values.modules}
          error={errors.get('modules')}
          onChange={modules => onChange({ modules })}
        />
      )}
    </>
  );
}

function RoleAndDepartment(props: AppointmentFieldsProps) {
  const { values, errors, onChange } = props;
  const { t } = useTranslationRef(systemsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  return (
    <>
      <Choice
        required
        label={t('appoint.role')}
        value={values.role}
        options={SUPER_USER_ROLES.map(value => ({
          value,
          label: term(`role.${value}`),
        }))}
        error={errors.has('role')}
        helperText={errors.get('role')}
        onChange={role => onChange({ role })}
      />
      <Choice
        required
        label={term('field.department')}
        value={values.department}
        options={useDepartmentOptions(values.department)}
        error={errors.has('department')}
        helperText={errors.get('department')}
        onChange={department => onChange({ department })}
      />
    </>
  );
}

function useDepartmentOptions(chosen: string) {
  const language = useLanguage();
  const departments = useDepartments();
  const options = (departments?.list ?? []).map(({ ref, title }) => ({
    value: ref,
    label: title[language],
  }));
  const known = !chosen || departments?.byRef.has(chosen);
  return known ? options : [...options, { value: chosen, label: chosen }];
}

function ShiftAndStage({ values, errors, onChange }: AppointmentFieldsProps) {
  const { t: term } = useTranslationRef(termsTranslationRef);
  return (
    <>
      <Choice
        label={term('field.shift')}
        value={values.shift}
        options={SHIFTS.map(value => ({
          value,
          label: term(`shift.${value}`),
        }))}
        error={errors.has('shift')}
        helperText={errors.get('shift')}
        onChange={shift => onChange({ shift })}
      />
      <Choice
        label={term('field.stage')}
        value={values.stage}
        options={STAGES.map(value => ({
          value,
          label: term(`stage.${value}`),
        }))}
        error={errors.has('stage')}
        helperText={errors.get('stage')}
        onChange={stage => onChange({ stage })}
      />
    </>
  );
}

function TermFields({ values, errors, onChange }: AppointmentFieldsProps) {
  const { t } = useTranslationRef(systemsTranslationRef);
  return (
    <>
      <TextInput
        required
        type="date"
        label={t('appoint.from')}
        value={values.from}
        error={errors.get('from')}
        onChange={from => onChange({ from })}
      />
      <TextInput
        required
        type="date"
        label={t('appoint.until')}
        value={values.until}
        error={errors.get('until')}
        onChange={until => onChange({ until })}
      />
    </>
  );
}
