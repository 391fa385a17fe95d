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

const PAGES: { id: string; name: PageName; icon: IconComponent }[] = [
  { id: 'page:bridge/home', name: 'home', icon: HomeIcon },
  { id: 'page:bridge/systems', name: 'systems', icon: SystemsIcon },
  { id: 'page:catalog', name: 'catalog', icon: CatalogIcon },
  { id: 'page:techdocs', name: 'docs', icon: DocsIcon },
  { id: 'page:search', name: 'search', icon: SearchIcon },
];

type PageName = 'home' | 'systems' | 'catalog' | 'docs' | 'search';

/** The sidebar; on a phone a bar at the bottom. @internal */
export const AppSidebar: NavContentComponent = ({ navItems }) => {
  const { t } = useTranslationRef(shellTranslationRef);
  return (
    <Sidebar>
      <SidebarLogo />
      <SidebarDivider />
      <SidebarGroup label={t('nav.menu')} icon={<MenuIcon />}>
        {PAGES.map(({ id, name, icon }) => {
          const page = navItems.take(id);
          return (
            page && (
              <SidebarItem
                key={id}
                icon={icon}
                to={page.href}
                text={t(`nav.${name}`)}
              />
            )
          );
        })}
        <SidebarSpace />
        <SidebarDivider />
        <NotificationsSidebarItem text={t('nav.notifications')} />
        <Settings />
      </SidebarGroup>
    </Sidebar>
  );
};
