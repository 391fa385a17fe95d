import { useMemo, useState } from 'react';
import { useDepartments } from '../api/useDepartments';
import { usePeopleSearch } from '../api/usePeopleSearch';
import { useSystemsFound } from '../api/useSystemsFound';
import { useTitles } from '../api/useTitles';
import { useLanguage } from '../components/useLanguage';
import { Option, OptionPicker, PickerProps } from '../components/OptionPicker';

interface EntityPickerProps extends PickerProps {
  kind: string;
  refs: string[];
  several?: boolean;
  onChange(refs: string[]): void;
}

/** Finds systems, groups or people by their names. @internal */
export function EntityPicker({ kind, ...props }: EntityPickerProps) {
  switch (kind.toLocaleLowerCase('en-US')) {
    case 'system':
      return <SystemPicker {...props} />;
    case 'group':
      return <GroupPicker {...props} />;
    default:
      return <PeoplePicker {...props} />;
  }
}

type KindPickerProps = Omit<EntityPickerProps, 'kind'>;

function SystemPicker(props: KindPickerProps) {
  const language = useLanguage();
  const [text, setText] = useState('');
  const { systems, loading } = useSystemsFound(text);
  const options = systems.map(({ entityRef, title, name }) => ({
    value: entityRef,
    label: title[language],
    note: name,
  }));
  return (
    <RefPicker
      {...props}
      options={options}
      loading={loading}
      onSearch={setText}
    />
  );
}

function PeoplePicker(props: KindPickerProps) {
  const [text, setText] = useState('');
  const { people, loading } = usePeopleSearch(text);
  const options = people.map(({ user, name }) => ({
    value: user,
    label: name,
    note: user,
  }));
  return (
    <RefPicker
      {...props}
      options={options}
      loading={loading}
      onSearch={setText}
    />
  );
}

function GroupPicker(props: KindPickerProps) {
  const language = useLanguage();
  const [text, setText] = useState('');
  const departments = useDepartments();
  const options = (departments?.list ?? [])
    .map(({ ref, title }) => ({ value: ref, label: title[language] }))
    .filter(({ label }) => label.includes(text.trim()));
  return (
    <RefPicker
      {...props}
      options={options}
      loading={!departments}
      onSearch={setText}
    />
  );
}

function RefPicker(
  props: KindPickerProps & {
    options: Option[];
    loading: boolean;
    onSearch(text: string): void;
  },
) {
  const { refs, onChange, ...picker } = props;
  const titleOf = useTitles(refs);
  const key = refs.join();
  // The picker forgets what is typed when it is handed another value.
  const chosen = useMemo(
    () =>
      key
        .split(',')
        .filter(Boolean)
        .map(value => ({ value, label: titleOf(value) })),
    [key, titleOf],
  );
  return (
    <OptionPicker
      {...picker}
      chosen={chosen}
      onChoose={options => onChange(options.map(({ value }) => value))}
    />
  );
}
