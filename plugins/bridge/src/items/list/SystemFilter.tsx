import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete from '@material-ui/lab/Autocomplete';
import type { System } from '@techbridge/plugin-bridge-common';
import { useId, useState } from 'react';
import { useSystemsFound } from '../../api/useSystemsFound';
import { useTitles } from '../../api/useTitles';
import { refOfSystem } from '../../components/refOfSystem';
import { ToggleChip } from '../../components/ToggleChip';
import { useLanguage } from '../../components/useLanguage';
import { usePickerWords } from '../../components/usePickerWords';
import { itemsTranslationRef } from '../../translation/items';

const useStyles = makeStyles({
  root: {
    width: 190,
    '& .MuiOutlinedInput-root.MuiAutocomplete-inputRoot': {
      height: 32,
      '@media (pointer: coarse)': { height: 44 },
      borderRadius: 999,
      padding: '0 40px 0 8px',
      fontSize: 13,
    },
  },
});

/** Only items of one system; the chosen one is a chip that takes it away. @internal */
export function SystemFilter(props: {
  system?: string;
  onChange(system: string | undefined): void;
}) {
  const { system, onChange } = props;
  const titleOf = useTitles(system ? [refOfSystem(system)] : []);
  return system ? (
    <ToggleChip
      label={titleOf(refOfSystem(system))}
      pressed
      onClick={() => onChange(undefined)}
    />
  ) : (
    <SystemChoice onChange={onChange} />
  );
}

function SystemChoice({ onChange }: { onChange(system: string): void }) {
  const { t } = useTranslationRef(itemsTranslationRef);
  const words = usePickerWords();
  const language = useLanguage();
  const id = useId();
  const [text, setText] = useState('');
  const { systems, loading } = useSystemsFound(text);
  return (
    <Autocomplete
      id={id}
      className={useStyles().root}
      size="small"
      options={systems}
      loading={loading}
      inputValue={text}
      onInputChange={(_, typed) => setText(typed)}
      onChange={(_, chosen: System | null) => chosen && onChange(chosen.name)}
      getOptionLabel={({ title }) => title[language]}
      filterOptions={options => options}
      {...words}
      renderInput={({ InputLabelProps: _, ...field }) => (
        <TextField
          {...field}
          variant="outlined"
          placeholder={t('filter.anySystem')}
          inputProps={{
            ...field.inputProps,
            'aria-label': t('filter.system'),
          }}
        />
      )}
    />
  );
}
