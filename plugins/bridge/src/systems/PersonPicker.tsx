import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useId, useState } from 'react';
import { mutedText } from '../components/mutedText';
import { PersonAvatar } from '../components/PersonAvatar';
import { usePickerWords } from '../components/usePickerWords';
import { systemsTranslationRef } from '../translation/systems';
import { FoundPerson, usePeopleSearch } from '../api/usePeopleSearch';

const useStyles = makeStyles(theme => ({
  option: { display: 'flex', alignItems: 'center', gap: theme.spacing(1.25) },
  user: { color: mutedText(theme), fontSize: 12.5 },
}));

/** Finds a person of the catalog by name. @internal */
export function PersonPicker(props: {
  value: FoundPerson | null;
  error?: string;
  onChange(person: FoundPerson | null): void;
}) {
  const { value, error, onChange } = props;
  const { t } = useTranslationRef(systemsTranslationRef);
  const words = usePickerWords();
  const id = useId();
  const [text, setText] = useState(value?.name ?? '');
  const { people, loading } = usePeopleSearch(text);
  return (
    <Autocomplete
      id={id}
      value={value}
      options={people}
      loading={loading}
      inputValue={text}
      onInputChange={(_, typed) => setText(typed)}
      onChange={(_, person) => onChange(person)}
      getOptionLabel={({ name }) => name}
      getOptionSelected={(option, chosen) => option.user === chosen.user}
      filterOptions={options => options}
      {...words}
      noOptionsText={t('appoint.personNone')}
      loadingText={t('appoint.personLoading')}
      renderOption={person => <PersonOption person={person} />}
      renderInput={({ InputLabelProps: _, ...field }) => (
        <TextField
          {...field}
          required
          variant="outlined"
          label={t('appoint.person')}
          error={Boolean(error)}
          helperText={error ?? t('appoint.personHint')}
        />
      )}
    />
  );
}

function PersonOption({ person }: { person: FoundPerson }) {
  const classes = useStyles();
  return (
    <span className={classes.option}>
      <PersonAvatar name={person.name} size={26} />
      <span>
        {person.name} <span className={classes.user}>{person.user}</span>
      </span>
    </span>
  );
}
