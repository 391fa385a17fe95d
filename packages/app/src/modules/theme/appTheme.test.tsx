import { themes, UnifiedThemeProvider } from '@backstage/theme';
import BottomNavigationAction from '@material-ui/core/BottomNavigationAction';
import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';
import Checkbox from '@material-ui/core/Checkbox';
import Fab from '@material-ui/core/Fab';
import IconButton from '@material-ui/core/IconButton';
import StepButton from '@material-ui/core/StepButton';
import { getContrastRatio, Theme } from '@material-ui/core/styles';
import Tab from '@material-ui/core/Tab';
import ToggleButton from '@material-ui/lab/ToggleButton';
import { render } from '@testing-library/react';
import { ReactElement, useEffect } from 'react';
import { appTheme } from './appTheme';

const BUTTONS: [string, ReactElement][] = [
  ['button', <Button>a</Button>],
  ['button in a group', <ButtonGroup children={<Button>a</Button>} />],
  ['icon that is pressed', <IconButton>a</IconButton>],
  ['floating button', <Fab>a</Fab>],
  ['tab', <Tab label="a" />],
  ['toggle', <ToggleButton value="a">a</ToggleButton>],
  ['checkbox', <Checkbox />],
  ['place in the bar of a phone', <BottomNavigationAction label="a" />],
  ['step', <StepButton>a</StepButton>],
];

/** Gives the focus to what is shown before it is drawn for the second time. */
function Hasty({ children }: { children: ReactElement }) {
  useEffect(() => {
    document.querySelector<HTMLElement>('button, input')?.focus();
  }, []);
  return children;
}

describe.each(['light', 'dark'] as const)('the %s theme', mode => {
  const [own, standard] = [appTheme(mode), themes[mode]].map(theme => ({
    theme,
    v4: theme.getTheme('v4') as Theme,
  }));

  it.each(BUTTONS)('bears a keyboard that is faster than a %s', (_, button) => {
    // Material UI takes the last event for it where nobody knows.
    jest.spyOn(HTMLElement.prototype, 'matches').mockImplementation(() => {
      throw new SyntaxError('It does not know ":focus-visible".');
    });
    render(
      <UnifiedThemeProvider theme={own.theme}>
        <Hasty>{button}</Hasty>
      </UnifiedThemeProvider>,
    );
    jest.restoreAllMocks();
    expect(document.activeElement?.closest('.MuiButtonBase-root')).toHaveClass(
      'Mui-focusVisible',
    );
  });

  it('outlines what has the focus in a colour that is seen', () => {
    const { background, primary } = own.v4.palette;
    for (const ground of [background.default, background.paper]) {
      expect(getContrastRatio(primary.main, ground)).toBeGreaterThan(3);
    }
    expect(JSON.stringify(own.v4.overrides?.MuiButtonBase)).toContain(
      `2px solid ${primary.main}`,
    );
  });

  it('is the one of Backstage in all else', () => {
    expect(own.v4.overrides).toMatchObject({ ...standard.v4.overrides });
    expect(own.v4.props).toMatchObject({ ...standard.v4.props });
    expect(JSON.stringify(own.v4.palette)).toBe(
      JSON.stringify(standard.v4.palette),
    );
  });
});
