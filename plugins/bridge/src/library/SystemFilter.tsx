import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { nameOfRef } from '@techbridge/plugin-bridge-common';
import { useId, useState } from 'react';
import { libraryTranslationRef } from '../translation/library';
import { refOfSystem } from '../components/refOfSystem';
import { usePickerWords } from '../components/usePickerWords';
import { useSystemOptions } from './useSystemOptions';

const useStyles = makeStyles({
  root: {
    width: 190,
    maxWidth: '100%',
    '& .MuiOutlinedInput-root.MuiAutocomplete-inputRoot': {
      height: 32,
      '@media (pointer: coarse)': { height: 44 },
      borderRadius: 999,
      fontSize: 13,
      padding: '0 40px 0 8px',
    },
  },
});

/** Shows only the cases of one system. @internal */
export function SystemFilter(props: {
  /** The name of the system, or its reference. */
  value: string | undefined;
  onChange(name: string | undefined): void;
}) {
  const { t } = useTranslationRef(libraryTranslationRef);
  const words = usePickerWords();
  const [text, setText] = useState('');
  const value = props.value ? refOfSystem(props.value) : null;
  const options = useSystemOptions(text, value ? [value] : []);
  return (
    <Autocomplete
      id={useId()}
      className={useStyles().root}
      size="small"
      value={value}
      options={options.refs}
      loading={options.loading}
      onInputChange={(_, typed, reason) =>
        setText(reason === 'input' ? typed : '')
      }
      onChange={(_, ref) => props.onChange(ref ? nameOfRef(ref) : undefined)}
      getOptionLabel={options.titleOf}
      filterOptions={refs => refs}
      {...words}
      noOptionsText={t('form.systemsNone')}
      loadingText={t('form.systemsLoading')}
      renderInput={field => (
        <TextField
          {...field}
          variant="outlined"
          placeholder={t('filter.system')}
          inputProps={{ ...field.inputProps, 'aria-label': t('filter.system') }}
        />
      )}
    />
  );
}
