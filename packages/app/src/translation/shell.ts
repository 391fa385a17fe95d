import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** Texts of the sidebar, the sign-in page and the catalog. @internal */
export const shellTranslationRef = createTranslationRef({
  id: 'app.shell',
  messages: {
    'nav.home': 'Home',
    'nav.inbox': 'Inbox',
    'nav.items': 'Work items',
    'nav.meetings': 'Meetings',
    'nav.systems': 'Systems',
    'nav.cases': 'Case library',
    'nav.leaderboards': 'Leaderboard',
    'nav.workflows': 'Workflows',
    'nav.catalog': 'Catalog',
    'nav.docs': 'Docs',
    'nav.search': 'Search',
    'nav.notifications': 'Notifications',
    'nav.changePersona': 'Change persona',
    'nav.menu': 'Menu',
    'signIn.title': 'Who are you today?',
    'signIn.subtitle':
      'This is a demo of a fictional factory. Choose a person to see their view.',
    'signIn.filter': 'Find a person or role',
    'signIn.none': 'Nobody of this name or role.',
    'signIn.people': 'Demo personas',
    'signIn.loading': 'Loading the people',
    'signIn.error': 'The people could not be loaded. Is the backend running?',
    'signIn.retry': 'Try again',
    'signIn.failed': 'Signing in as {{person}} did not work. Choose again.',
    'signIn.language': 'Language',
    'catalog.title': 'Catalog',
    'catalog.kind': 'Kind',
    'catalog.found': '{{kind}} ({{total}})',
    'relation.hasSuperUser': 'has super user',
    'relation.superUserOf': 'super user of',
  },
  translations: {
    'zh-CN': () => import('./shell.zh'),
    zh: () => import('./shell.zh'),
  },
});
