import MenuItem from '@material-ui/core/MenuItem';
import Select from '@material-ui/core/Select';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  root: {
    height: 32,
    borderRadius: 999,
    fontSize: 13,
    maxWidth: '100%',
    '& .MuiSelect-select': { paddingTop: 6, paddingBottom: 6 },
    '@media (pointer: coarse)': {
      height: 44,
      '& .MuiSelect-select': { paddingTop: 14.5, paddingBottom: 14.5 },
    },
  },
});

const ANY = 'any';

/** A filter that takes one of several values, or any. @internal */
export function FilterPick<TValue extends string>(props: {
  label: string;
  /** What it says while nothing is chosen; without it something must be. */
  anyLabel?: string;
  value: TValue | undefined;
  options: readonly { value: TValue; label: string }[];
  onChange(value: TValue | undefined): void;
}) {
  const { label, anyLabel, value, options, onChange } = props;
  const chosen = options.find(option => option.value === value);
  const shown = chosen?.label ?? anyLabel;
  return (
    <Select
      variant="outlined"
      className={useStyles().root}
      value={chosen?.value ?? ANY}
      SelectDisplayProps={{ 'aria-label': `${label}: ${shown}` }}
      onChange={event =>
        onChange(
          options.find(option => option.value === event.target.value)?.value,
        )
      }
    >
      {anyLabel && <MenuItem value={ANY}>{anyLabel}</MenuItem>}
      {options.map(option => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </Select>
  );
}
