import type { Theme } from '@material-ui/core/styles';

/**
 * How what can be pressed shows that the keyboard has come to it; the ripple of
 * a button alone is hardly seen. Menus and dialogs stand outside of the page, so
 * this holds for all of the screen.
 *
 * @internal
 */
export function focusOutline({ palette }: Theme) {
  const outline = `2px solid ${palette.primary.main}`;
  return {
    // A switch has the focus somewhere inside.
    '.MuiButtonBase-root:focus-visible, .MuiButtonBase-root.Mui-focusVisible': {
      outline,
      outlineOffset: 2,
    },
    // What would be cut off at the edge of its list.
    '.MuiListItem-root:focus-visible': { outlineOffset: -2 },
  };
}
