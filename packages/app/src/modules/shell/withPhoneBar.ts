import type { Theme } from '@material-ui/core/styles';

/**
 * A theme in which the bar at the bottom of a phone shares its width among its
 * entries. Backstage gives each 112 pixels, so that the fifth, and with it the
 * menu, would lie outside of the screen.
 *
 * @internal
 */
export function withPhoneBar(theme: Theme): Theme {
  return {
    ...theme,
    overrides: {
      ...theme.overrides,
      MuiBottomNavigation: {
        root: { '&& > *': { flexGrow: 1, minWidth: 0, margin: 0 } },
      },
    },
  };
}
