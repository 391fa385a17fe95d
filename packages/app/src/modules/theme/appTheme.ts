import {
  createUnifiedTheme,
  defaultComponentThemes,
  palettes,
  UnifiedTheme,
} from '@backstage/theme';

const quiet = { defaultProps: { disableFocusRipple: true } };
const still = { defaultProps: { focusRipple: false } };

/**
 * Backstage's theme, but for how a button shows that the keyboard has come to
 * it: by an outline, and not by a ripple. Material UI 4 takes the page down when
 * a button is to ripple that has the focus before it is wholly drawn, as it has
 * when somebody types faster than a dialog opens.
 *
 * @internal
 */
export function appTheme(mode: 'light' | 'dark'): UnifiedTheme {
  const palette = palettes[mode];
  const outline = { outline: `2px solid ${palette.primary.main}` };
  const focused = '&:focus-visible, &.Mui-focusVisible';
  return createUnifiedTheme({
    palette,
    components: {
      // The gap in the frame of a field is as wide as the words in it.
      MuiOutlinedInput: {
        styleOverrides: {
          notchedOutline: { '& legend': { letterSpacing: '0.0125em' } },
        },
      },
      MuiButtonBase: {
        styleOverrides: {
          root: { [focused]: { ...outline, outlineOffset: 2 } },
        },
      },
      // What would be cut off at the edge of its list.
      MuiListItem: {
        styleOverrides: {
          root: { [focused]: { ...outline, outlineOffset: -2 } },
        },
      },
      // Each asks for the ripple by itself, so that the base cannot refuse it.
      MuiButton: { ...defaultComponentThemes?.MuiButton, ...quiet },
      MuiButtonGroup: quiet,
      MuiIconButton: quiet,
      MuiFab: quiet,
      MuiTab: { ...defaultComponentThemes?.MuiTab, ...quiet },
      MuiToggleButton: quiet,
      MuiBottomNavigationAction: still,
      MuiStepButton: still,
    },
  });
}
