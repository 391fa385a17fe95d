import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** Texts of the inbox. @internal */
export const inboxTranslationRef = createTranslationRef({
  id: 'bridge.inbox',
  messages: {
    'page.title': 'Inbox',
    'page.subtitle': 'What waits for you, and how long already.',
    'filter.label': 'Kinds of work items',
    'filter.all': 'Everything',
    'group.overdue': 'Overdue',
    'group.soon': 'Due within three days',
    'group.other': 'Waiting',
    'list.count_one': '{{count}} item waits for you',
    'list.count_other': '{{count}} items wait for you',
    'list.countMany': 'More than 1000 items wait for you',
    'list.loading': 'Loading the inbox',
    'list.more': 'Load more',
    'entry.since': 'Waiting for {{span}}',
    'entry.vote': 'Vote',
    'entry.onBehalfOf': 'For {{person}}, who is away',
    'entry.open': 'Open',
    'entry.verb': '{{verb}}: {{key}}',
    'empty.title': 'Nothing waits for you',
    'empty.hint':
      'When somebody needs your answer, your vote or your confirmation, it stands here and you are notified.',
    'empty.filtered': 'Nothing of this kind waits for you',
    'empty.showAll': 'Show everything',
    'empty.allItems': 'All work items',
    'error.title': 'The inbox could not be loaded',
  },
  translations: {
    'zh-CN': () => import('./inbox.zh'),
    zh: () => import('./inbox.zh'),
  },
});
