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
import CatalogIcon from '@material-ui/icons/AccountTreeOutlined';
import SystemsIcon from '@material-ui/icons/AppsOutlined';
import HomeIcon from '@material-ui/icons/HomeOutlined';
import DocsIcon from '@material-ui/icons/MenuBookOutlined';
import MenuIcon from '@material-ui/icons/Menu';
import SearchIcon from '@material-ui/icons/Search';
import { shellTranslationRef } from '../../translation/shell';
import { SidebarLogo } from './SidebarLogo';

type PageName = 'home' | 'systems' | 'catalog' | 'docs' | 'search';

interface Page {
  id: string;
  name: PageName;
  icon: IconComponent;
}

/** Stand in the bar at the bottom of a phone. */
const FIRST_PAGES: Page[] = [
  { id: 'page:bridge/home', name: 'home', icon: HomeIcon },
  { id: 'page:bridge/systems', name: 'systems', icon: SystemsIcon },
  { id: 'page:catalog', name: 'catalog', icon: CatalogIcon },
];

const MORE_PAGES: Page[] = [
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
      </SidebarGroup>
    </Sidebar>
  );
};
