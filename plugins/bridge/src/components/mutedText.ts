import type { Theme } from '@material-ui/core/styles';

/**
 * The colour of what is read second. The theme's own is too pale on the
 * background of a page (4.5 : 1 is needed).
 *
 * @internal
 */
export function mutedText({ palette }: Theme): string {
  return palette.type === 'dark' ? palette.text.secondary : '#5c5c5c';
}
