import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** Texts of the board by state, of saved filters and of earlier decisions. @internal */
export const listsTranslationRef = createTranslationRef({
  id: 'bridge.lists',
  messages: {
    'view.label': 'View',
    'view.list': 'List',
    'view.board': 'Board',
    'board.choose': 'Choose a kind of work item',
    'board.chooseHint':
      'The board has a column for each state of one kind, such as proposals.',
    'board.label': 'Board by state: {{workflow}}',
    'board.noPhase': 'Without a phase',
    'board.ended': 'Ended',
    'board.showEnded': 'Show what has ended',
    'board.hideEnded': 'Hide what has ended',
    'board.column': '{{state}}: {{total}}',
    'board.loading': '{{state}}: loading',
    'board.failed': 'This column could not be loaded',
    'board.empty': 'Nothing here',
    'board.more': 'Show more: {{state}}',
    'card.menu': 'Actions of {{key}}',
    'card.open': 'Open',
    'card.vote': 'Vote',
    'card.nothing': 'There is nothing that you could do with it now',
    'card.loading': 'Loading the actions',
    'drop.none':
      'No action of yours leads {{key}} to “{{state}}” now. Its menu says what you can do.',
    'drop.several':
      'Several actions lead {{key}} to “{{state}}”. Choose one in its menu.',
    'filters.label': 'My filters',
    'filters.save': 'Save filter',
    'filters.saveTitle': 'Save this filter',
    'filters.saveHint':
      'Only you see it. To share the list, send its address: all filters stand in it.',
    'filters.name': 'Name',
    'filters.delete': 'Delete “{{name}}”',
    'filters.deleteTitle': 'Delete this filter?',
    'filters.deleteHint':
      'The work items stay; only the filter “{{name}}” goes.',
    'filters.deleteConfirm': 'Delete',
    'similar.title': 'The like was decided before',
    'similar.hint':
      'Read why, and what would have to change, before you send the same again.',
    'similar.decided': '{{state}} on {{date}}',
    'similar.field': '{{label}}: ',
  },
  translations: {
    'zh-CN': () => import('./lists.zh'),
    zh: () => import('./lists.zh'),
  },
});
