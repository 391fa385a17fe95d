import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import { MAXIMUM_CASE_TEXT } from '@techbridge/plugin-bridge-common';
import { useId } from 'react';
import { mutedText } from '../components/mutedText';
import { libraryTranslationRef } from '../translation/library';

/** How high the panes of the editor are. @internal */
export const BODY_HEIGHT = 'max(360px, 62vh)';

/** The look of a field for Markdown, to type in or to copy from. @internal */
export const useBodyStyles = makeStyles(theme => ({
  label: {
    display: 'flex',
    alignItems: 'center',
    minHeight: 40,
    fontSize: 14,
    fontWeight: 500,
    color: mutedText(theme),
  },
  field: {
    boxSizing: 'border-box',
    width: '100%',
    height: BODY_HEIGHT,
    resize: 'none',
    padding: theme.spacing(2),
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, monospace',
    fontSize: 14,
    lineHeight: 1.6,
    color: theme.palette.text.primary,
    background: theme.palette.background.paper,
    border: `1px solid ${mutedText(theme)}`,
    borderRadius: 8,
    '&:focus': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -1,
    },
  },
}));

const NEARLY_FULL = 10_000;

/** The field for the text of a case; says when room becomes scarce. @internal */
export function BodyInput(props: {
  value: string;
  error?: string;
  onChange(body: string): void;
}) {
  const { value, error, onChange } = props;
  const { t } = useTranslationRef(libraryTranslationRef);
  const classes = useBodyStyles();
  const id = useId();
  const left = MAXIMUM_CASE_TEXT - value.length;
  const room =
    left < 0
      ? t('form.tooMany', { number: String(-left) })
      : t('form.left', { number: String(left) });
  return (
    <>
      <label htmlFor={id} className={classes.label}>
        {t('form.text')}
      </label>
      <textarea
        id={id}
        className={classes.field}
        value={value}
        spellCheck={false}
        aria-invalid={Boolean(error)}
        aria-describedby={`${id}-hint`}
        onChange={event => onChange(event.target.value)}
      />
      <FormHelperText id={`${id}-hint`} error={Boolean(error) || left < 0}>
        {error ?? (left < NEARLY_FULL ? room : t('form.textHint'))}
      </FormHelperText>
    </>
  );
}
