import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarSpace,
} from '@backstage/core-components';
import { IconComponent } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { NavContentComponent } from '@backstage/plugin-app-react';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import { Settings } from '@backstage/plugin-user-settings';
import { ThemeProvider } from '@material-ui/core/styles';
import CatalogIcon from '@material-ui/icons/AccountTreeOutlined';
import SystemsIcon from '@material-ui/icons/AppsOutlined';
import ItemsIcon from '@material-ui/icons/AssignmentOutlined';
import LeaderboardsIcon from '@material-ui/icons/EmojiEventsOutlined';
import WorkflowsIcon from '@material-ui/icons/DeviceHubOutlined';
import MeetingsIcon from '@material-ui/icons/EventOutlined';
import HomeIcon from '@material-ui/icons/HomeOutlined';
import CasesIcon from '@material-ui/icons/LocalLibraryOutlined';
import DocsIcon from '@material-ui/icons/MenuBookOutlined';
import MenuIcon from '@material-ui/icons/Menu';
import InboxIcon from '@material-ui/icons/MoveToInboxOutlined';
import SearchIcon from '@material-ui/icons/Search';
import { shellTranslationRef } from '../../translation/shell';
import { ChangePersona } from '../signIn/ChangePersona';
import { SidebarLogo } from './SidebarLogo';
import { sidebarTheme } from './sidebarTheme';

type PageName =
  | 'home'
  | 'inbox'
  | 'items'
  | 'meetings'
  | 'systems'
  | 'cases'
  | 'leaderboards'
  | 'workflows'
  | 'catalog'
  | 'docs'
  | 'search';

interface Page {
  id: string;
  name: PageName;
  icon: IconComponent;
}

/** Stand in the bar at the bottom of a phone, which has room for three. */
const FIRST_PAGES: Page[] = [
  { id: 'page:bridge/home', name: 'home', icon: HomeIcon },
  { id: 'page:bridge/inbox', name: 'inbox', icon: InboxIcon },
  { id: 'page:bridge/items', name: 'items', icon: ItemsIcon },
];

const MORE_PAGES: Page[] = [
  { id: 'page:bridge/meetings', name: 'meetings', icon: MeetingsIcon },
  { id: 'page:bridge/systems', name: 'systems', icon: SystemsIcon },
  { id: 'page:bridge/cases', name: 'cases', icon: CasesIcon },
  {
    id: 'page:bridge/leaderboards',
    name: 'leaderboards',
    icon: LeaderboardsIcon,
  },
  { id: 'page:bridge/workflows', name: 'workflows', icon: WorkflowsIcon },
  { id: 'page:catalog', name: 'catalog', icon: CatalogIcon },
  { id: 'page:techdocs', name: 'docs', icon: DocsIcon },
  { id: 'page:search', name: 'search', icon: SearchIcon },
];

/** The sidebar; on a phone a bar at the bottom. @internal */
export const AppSidebar: NavContentComponent = ({ navItems }) => {
  const { t } = useTranslationRef(shellTranslationRef);
  const linksTo = (pages: Page[]) =>
    pages.flatMap(({ id, name, icon }) => {
      const to = navItems.take(id)?.href;
      return to ? [{ to, icon, text: t(`nav.${name}`) }] : [];
    });
  return (
    <ThemeProvider theme={sidebarTheme}>
      <Sidebar>
        <SidebarLogo />
        <SidebarDivider />
        {linksTo(FIRST_PAGES).map(({ to, icon: Icon, text }) => (
          <SidebarGroup key={to} to={to} icon={<Icon />} label={text}>
            <SidebarItem to={to} icon={Icon} text={text} />
          </SidebarGroup>
        ))}
        <SidebarGroup label={t('nav.menu')} icon={<MenuIcon />}>
          {linksTo(MORE_PAGES).map(item => (
            <SidebarItem key={item.to} {...item} />
          ))}
          <SidebarSpace />
          <SidebarDivider />
          <NotificationsSidebarItem text={t('nav.notifications')} />
          <Settings />
          <ChangePersona />
        </SidebarGroup>
      </Sidebar>
    </ThemeProvider>
  );
};
