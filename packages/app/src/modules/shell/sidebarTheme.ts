import type { BackstageTheme } from '@backstage/theme';
import type { Theme } from '@material-ui/core/styles';

/**
 * The theme of the sidebar, which is dark beside light pages too: what has the
 * focus is outlined in the colour of its brightest words.
 *
 * The bar at the bottom of a phone shares its width among its entries: Backstage
 * gives each 112 pixels, so that the fifth, and with it the menu, would lie
 * outside of the screen.
 *
 * @internal
 */
export function sidebarTheme(theme: Theme): Theme {
  const { navigation } = (theme as BackstageTheme).palette;
  const focused = {
    '&&:focus-visible': {
      outline: `2px solid ${navigation.selectedColor}`,
      outlineOffset: -2,
    },
  };
  return {
    ...theme,
    overrides: {
      ...theme.overrides,
      MuiButtonBase: { root: focused },
      // A style sheet of Backstage, which Material UI's types do not know.
      ...{ BackstageSidebarItem: { root: focused } },
      MuiBottomNavigation: {
        root: { '&& > *': { flexGrow: 1, minWidth: 0, margin: 0 } },
      },
    },
  };
}
