import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** Texts of the landing page. @internal */
export const homeTranslationRef = createTranslationRef({
  id: 'bridge.home',
  messages: {
    'page.title': 'Whom do I ask?',
    'page.subtitle':
      'Every system has people who answer for it. Find them here.',
    'welcome.everybody':
      'Here you find who answers for every system, and whom to ask right now.',
    'welcome.superUser':
      'Here you see the systems that you answer for, and find who answers for the others.',
    'welcome.programmeManager':
      'Here you register systems, appoint their super users and see where one is missing.',
    'welcome.it':
      'Here you see the systems of your IT group and the super users who answer for them.',
    'welcome.dismiss': 'Got it',
    'search.label': 'System, person, department, or a question',
    'search.placeholder': 'For example: scanner, MES, Ma Jun',
    'search.submit': 'Search',
    'search.all': 'All systems',
    'now.title': 'Whom to ask now',
    'now.nobody': 'Not appointed',
    'mine.title': 'Systems I answer for',
    'it.title': 'Systems of my IT group',
    'vacant.title': 'Systems without a lead or backup',
    'vacant.none': 'Every system has a lead and a backup.',
    'vacant.lead': 'No lead',
    'vacant.backup': 'No backup',
    'vacant.register': 'Register a system',
    'mine.now': 'You are asked first now',
    'votes.title': 'To vote',
    'tasks.title': 'Waiting for me',
    'tasks.none': 'Nothing waits for you.',
    'report.title': 'Something does not work, or could be better?',
    'report.text':
      'Tell the super user of the system in a few words. You hear what becomes of it.',
    'myReports.title': 'What I reported',
    'myReports.none': 'You have not reported anything yet.',
    'overdue.title': 'Overdue',
    'overdue.none': 'Nothing is overdue.',
    'month.title': 'New this month',
    'month.none': 'Nothing came in this month yet.',
    'block.all': 'Show all',
    'block.error': 'This could not be loaded.',
  },
  translations: {
    'zh-CN': () => import('./home.zh'),
    zh: () => import('./home.zh'),
  },
});
