import { useId, useMemo, useState } from 'react';
import { useDepartments } from '../../api/useDepartments';
import { useTitles } from '../../api/useTitles';
import { OptionPicker } from '../../components/OptionPicker';
import { useLanguage } from '../../components/useLanguage';
import type { SettingFieldProps } from './SettingFieldProps';

/** A group of the catalog, found by its name. @internal */
export function GroupField(props: SettingFieldProps) {
  const { label, value, problem, onChange } = props;
  const group = String(value);
  const language = useLanguage();
  const [text, setText] = useState('');
  const known = useDepartments()?.list;
  const title = useTitles(group ? [group] : [])(group);
  const options = (known ?? []).map(one => ({
    value: one.ref,
    label: one.title[language],
  }));
  // The picker forgets what is typed when it is handed another value.
  const chosen = useMemo(
    () => (group ? [{ value: group, label: title }] : []),
    [group, title],
  );
  return (
    <OptionPicker
      id={useId()}
      label={label}
      chosen={chosen}
      options={options.filter(one => one.label.includes(text.trim()))}
      loading={!known}
      error={Boolean(problem)}
      helperText={problem}
      onSearch={setText}
      onChoose={([option]) => onChange(option?.value ?? '')}
    />
  );
}
