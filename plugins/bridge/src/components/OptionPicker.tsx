import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { mutedText } from './mutedText';
import { usePickerWords } from './usePickerWords';

const useStyles = makeStyles(theme => ({
  note: { color: mutedText(theme), fontSize: 12.5 },
}));

/** Something that can be chosen. @internal */
export interface Option {
  value: string;
  label: string;
  /** What tells it from others of the same name. */
  note?: string;
}

/** What every picker says of itself. @internal */
export interface PickerProps {
  id: string;
  label: string;
  required?: boolean;
  disabled?: boolean;
  placeholder?: string;
  error?: boolean;
  helperText?: string;
}

interface OptionPickerProps extends PickerProps {
  chosen: Option[];
  /** Whether several may be chosen. */
  several?: boolean;
  options: Option[];
  loading: boolean;
  onSearch(text: string): void;
  onChoose(chosen: Option[]): void;
}

/** Finds one or several options by what is typed. @internal */
export function OptionPicker(props: OptionPickerProps) {
  const { id, chosen, several, options, loading, onSearch, onChoose } = props;
  const words = usePickerWords();
  const choose = (value: Option | Option[] | null) =>
    onChoose([value ?? []].flat());
  return (
    <Autocomplete<Option, boolean>
      id={id}
      multiple={several}
      value={several ? chosen : chosen[0] ?? null}
      options={options}
      loading={loading}
      disabled={props.disabled}
      onInputChange={(_, typed, reason) =>
        onSearch(reason === 'input' ? typed : '')
      }
      onChange={(_, value) => choose(value)}
      getOptionLabel={({ label }) => label}
      getOptionSelected={(option, { value }) => option.value === value}
      filterOptions={found => found}
      {...words}
      renderOption={option => <OptionLine option={option} />}
      renderInput={({ InputLabelProps: _, ...field }) => (
        <TextField
          {...field}
          variant="outlined"
          label={props.label}
          required={props.required}
          placeholder={props.placeholder}
          InputLabelProps={props.placeholder ? { shrink: true } : undefined}
          error={props.error}
          helperText={props.helperText}
        />
      )}
    />
  );
}

function OptionLine({ option }: { option: Option }) {
  const { label, note } = option;
  const classes = useStyles();
  return (
    <span>
      {label} {note && <span className={classes.note}>{note}</span>}
    </span>
  );
}
