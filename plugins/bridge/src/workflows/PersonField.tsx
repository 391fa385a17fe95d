import { useId, useMemo, useState } from 'react';
import { usePeopleSearch } from '../api/usePeopleSearch';
import { useTitles } from '../api/useTitles';
import { OptionPicker } from '../components/OptionPicker';

/** A person of the catalog, found by name. @internal */
export function PersonField(props: {
  label: string;
  hint: string;
  /** What is wrong with the choice. */
  error?: string;
  person?: string;
  onChange(person?: string): void;
}) {
  const { label, hint, error, person, onChange } = props;
  const [text, setText] = useState('');
  const { people, loading } = usePeopleSearch(text);
  const title = useTitles(person ? [person] : [])(person ?? '');
  // The picker forgets what is typed when it is handed another value.
  const chosen = useMemo(
    () => (person ? [{ value: person, label: title }] : []),
    [person, title],
  );
  return (
    <OptionPicker
      id={useId()}
      label={label}
      chosen={chosen}
      options={people.map(({ user, name }) => ({
        ...{ value: user, label: name, note: user },
      }))}
      loading={loading}
      error={Boolean(error)}
      helperText={error ?? hint}
      onSearch={setText}
      onChoose={([option]) => onChange(option?.value)}
    />
  );
}
