import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CRITICALITIES, LIFECYCLES } from '@techbridge/plugin-bridge-common';
import { useDepartments } from '../api/useDepartments';
import { Choice } from '../components/Choice';
import { FieldGrid } from '../components/FieldGrid';
import { TextInput } from '../components/TextInput';
import { useLanguage } from '../components/useLanguage';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';
import { ModuleFields } from './ModuleFields';
import type { SystemFieldsProps, SystemValues } from './systemValues';

/** The paths of problems that stand at a field. @internal */
export const SYSTEM_FIELDS = [
  'name',
  'title.zh',
  'title.en',
  'aliases',
  'criticality',
  'lifecycle',
  'it',
  'modules',
] as const;

/** Names, facts, IT group and modules of a system. @internal */
export function SystemFields(props: SystemFieldsProps) {
  return (
    <>
      <Names {...props} />
      <FieldGrid>
        <Facts {...props} />
      </FieldGrid>
      <ItGroup {...props} />
      <ModuleFields {...props} />
    </>
  );
}

function Names(props: SystemFieldsProps) {
  const { values, errors, onChange, isNew } = props;
  const { t } = useTranslationRef(systemsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const hint = useNewest(props);
  const aliasError = [...errors].find(([path]) => path.startsWith('aliases'));
  return (
    <>
      {isNew && (
        <TextInput
          required
          label={t('form.name')}
          value={values.name}
          error={errors.get('name')}
          hint={t('form.nameHint')}
          onChange={name => onChange({ name })}
        />
      )}
      <FieldGrid>
        <TextInput
          required
          label={t('form.titleZh')}
          value={values.zh}
          error={errors.get('title.zh')}
          hint={hint(({ zh }) => zh)}
          onChange={zh => onChange({ zh })}
        />
        <TextInput
          required
          label={t('form.titleEn')}
          value={values.en}
          error={errors.get('title.en')}
          hint={hint(({ en }) => en)}
          onChange={en => onChange({ en })}
        />
      </FieldGrid>
      <TextInput
        label={term('field.aliases')}
        value={values.aliases}
        error={aliasError?.[1]}
        hint={hint(({ aliases }) => aliases) ?? t('form.aliasesHint')}
        onChange={aliases => onChange({ aliases })}
      />
    </>
  );
}

function Facts(props: SystemFieldsProps) {
  const { values, errors, onChange } = props;
  const { t: term } = useTranslationRef(termsTranslationRef);
  const hint = useNewest(props);
  return (
    <>
      <Choice
        label={term('field.criticality')}
        value={values.criticality}
        options={CRITICALITIES.map(level => ({ value: level, label: level }))}
        error={errors.has('criticality')}
        helperText={
          errors.get('criticality') ?? hint(({ criticality }) => criticality)
        }
        onChange={criticality => onChange({ criticality })}
      />
      <Choice
        label={term('field.lifecycle')}
        value={values.lifecycle}
        options={LIFECYCLES.map(value => ({
          value,
          label: term(`lifecycle.${value}`),
        }))}
        error={errors.has('lifecycle')}
        helperText={
          errors.get('lifecycle') ??
          hint(({ lifecycle }) => term(`lifecycle.${lifecycle}`))
        }
        onChange={lifecycle => onChange({ lifecycle })}
      />
    </>
  );
}

function ItGroup(props: SystemFieldsProps) {
  const { values, errors, onChange } = props;
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const departments = useDepartments();
  const hint = useNewest(props);
  const titleOf = (ref: string) =>
    departments?.byRef.get(ref)?.title[language] ?? ref;
  const refs = new Set(departments?.list.map(({ ref }) => ref));
  if (values.it) {
    refs.add(values.it);
  }
  return (
    <Choice
      required
      label={term('owner.it')}
      value={values.it}
      options={[...refs].map(value => ({ value, label: titleOf(value) }))}
      error={errors.has('it')}
      helperText={errors.get('it') ?? hint(({ it }) => titleOf(it))}
      onChange={it => onChange({ it })}
    />
  );
}

/** Says what the newest state has where it differs from the input. */
function useNewest({ values, newest }: SystemFieldsProps) {
  const { t } = useTranslationRef(systemsTranslationRef);
  return (read: (of: SystemValues) => string): string | undefined =>
    newest && read(newest) !== read(values)
      ? t('form.newest', { value: read(newest) })
      : undefined;
}
