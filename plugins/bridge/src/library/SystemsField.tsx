import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useId, useState } from 'react';
import { usePickerWords } from '../components/usePickerWords';
import { libraryTranslationRef } from '../translation/library';
import { useSystemOptions } from './useSystemOptions';

/** The systems that a case is about. @internal */
export function SystemsField(props: {
  value: string[];
  error?: string;
  onChange(refs: string[]): void;
}) {
  const { value, error, onChange } = props;
  const { t } = useTranslationRef(libraryTranslationRef);
  const words = usePickerWords();
  const [text, setText] = useState('');
  const options = useSystemOptions(text, value);
  return (
    <Autocomplete
      multiple
      filterSelectedOptions
      id={useId()}
      value={value}
      options={options.refs}
      loading={options.loading}
      inputValue={text}
      onInputChange={(_, typed) => setText(typed)}
      onChange={(_, refs) => onChange(refs)}
      getOptionLabel={options.titleOf}
      filterOptions={refs => refs.filter(ref => !value.includes(ref))}
      {...words}
      noOptionsText={t('form.systemsNone')}
      loadingText={t('form.systemsLoading')}
      renderInput={({ InputLabelProps: _, ...field }) => (
        <TextField
          {...field}
          variant="outlined"
          label={t('form.systems')}
          error={Boolean(error)}
          helperText={error ?? t('form.systemsHint')}
        />
      )}
    />
  );
}
