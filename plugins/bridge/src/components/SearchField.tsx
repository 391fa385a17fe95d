import IconButton from '@material-ui/core/IconButton';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import ClearIcon from '@material-ui/icons/Clear';
import SearchIcon from '@material-ui/icons/Search';
import { RefObject, useEffect, useRef, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { mutedText } from './mutedText';

const useStyles = makeStyles(theme => ({
  input: {
    background: theme.palette.background.paper,
    borderRadius: 8,
    fontSize: 17,
    '& input': { textOverflow: 'ellipsis' },
  },
  key: {
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    padding: '0 7px',
    font: 'inherit',
    fontSize: 13,
    color: mutedText(theme),
    [theme.breakpoints.down('xs')]: { display: 'none' },
  },
}));

const PAUSE = 250;

/** What a search field says of itself. @internal */
export interface SearchFieldWords {
  label: string;
  placeholder: string;
  clear: string;
  shortcut: string;
}

/** The one prominent search field of a page; `/` brings one there. @internal */
export function SearchField(props: {
  words: SearchFieldWords;
  value: string;
  onChange(value: string): void;
}) {
  const { words } = props;
  const classes = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useTypedText(props.value, props.onChange);
  useSlashToFocus(input);
  const clear = () => {
    setText('');
    input.current?.focus();
  };
  return (
    <TextField
      fullWidth
      variant="outlined"
      type="text"
      value={text}
      onChange={event => setText(event.target.value)}
      onKeyDown={event => event.key === 'Escape' && setText('')}
      placeholder={words.placeholder}
      inputRef={input}
      inputProps={{
        role: 'searchbox',
        'aria-label': words.label,
        maxLength: 200,
        autoComplete: 'off',
      }}
      InputProps={{
        className: classes.input,
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon color="action" />
          </InputAdornment>
        ),
        endAdornment: text ? (
          <ClearButton label={words.clear} onClick={clear} />
        ) : (
          <Tooltip title={words.shortcut}>
            <kbd className={classes.key}>/</kbd>
          </Tooltip>
        ),
      }}
    />
  );
}

function ClearButton(props: { label: string; onClick(): void }) {
  return (
    <IconButton size="small" aria-label={props.label} onClick={props.onClick}>
      <ClearIcon fontSize="small" />
    </IconButton>
  );
}

/** What is being typed; told on after a pause, replaced from outside. */
function useTypedText(value: string, onChange: (value: string) => void) {
  const [text, setText] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    if (value !== told.current) {
      told.current = value;
      setText(value);
    }
  }, [value]);
  useDebounce(
    () => {
      if (text.trim() !== told.current) {
        told.current = text.trim();
        onChange(told.current);
      }
    },
    PAUSE,
    [text],
  );
  return [text, setText] as const;
}

function useSlashToFocus(input: RefObject<HTMLInputElement>) {
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const typing = target.closest('input, textarea, select, [role=dialog]');
      if (event.key === '/' && !typing && !event.metaKey && !event.ctrlKey) {
        event.preventDefault();
        input.current?.focus();
        input.current?.select();
      }
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, [input]);
}
