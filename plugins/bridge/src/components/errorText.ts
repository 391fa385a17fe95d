import type { Theme } from '@material-ui/core/styles';

/**
 * What is wrong with a field, in a red that can be read on this theme's paper.
 *
 * @internal
 */
export function errorText({ palette }: Theme) {
  const color = palette.type === 'dark' ? '#ffb4ab' : palette.error.dark;
  return {
    '& .MuiFormLabel-root.Mui-error, & .MuiFormHelperText-root.Mui-error': {
      color,
    },
  };
}
