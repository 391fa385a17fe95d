import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { ThemeBlueprint } from '@backstage/plugin-app-react';
import { UnifiedThemeProvider } from '@backstage/theme';
import { makeStyles } from '@material-ui/core/styles';
import DarkIcon from '@material-ui/icons/Brightness2';
import LightIcon from '@material-ui/icons/WbSunny';
import { ReactNode } from 'react';
import { appTheme } from './appTheme';

// Backstage UI outlines what has the focus as on a light page, on dark ones too.
const useFocusRing = makeStyles(({ palette }) => ({
  '@global': {
    'body[data-theme-mode]': { '--bui-ring': palette.primary.main },
  },
}));

function FocusRing() {
  useFocusRing();
  return null;
}

function providerOf(mode: 'light' | 'dark') {
  const theme = appTheme(mode);
  return function AppTheme({ children }: { children: ReactNode }) {
    return (
      <UnifiedThemeProvider theme={theme}>
        <FocusRing />
        {children}
      </UnifiedThemeProvider>
    );
  };
}

/**
 * The app's own themes in place of the standard ones. They have the ids of
 * those, by which the settings call them in the reader's language.
 *
 * @internal
 */
export const themeModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    ThemeBlueprint.make({
      name: 'light',
      params: {
        theme: {
          id: 'light',
          title: 'Light Theme',
          variant: 'light',
          icon: <LightIcon />,
          Provider: providerOf('light'),
        },
      },
    }),
    ThemeBlueprint.make({
      name: 'dark',
      params: {
        theme: {
          id: 'dark',
          title: 'Dark Theme',
          variant: 'dark',
          icon: <DarkIcon />,
          Provider: providerOf('dark'),
        },
      },
    }),
  ],
});
