import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** Texts of absences and of who votes meanwhile. @internal */
export const absenceTranslationRef = createTranslationRef({
  id: 'bridge.absence',
  messages: {
    title: 'Out of office',
    enter: 'Enter an absence',
    none: 'No absence is entered.',
    'line.away': 'Away from {{from}} until {{until}}',
    'line.votes': '{{person}} votes meanwhile',
    'line.standsIn': 'Votes for {{person}} from {{from}} until {{until}}',
    'line.item': 'on {{key}} only',
    'now.away':
      'You are entered as away until {{until}}. {{person}} votes for you meanwhile; a vote of your own stands above it.',
    'end.open': 'End',
    'end.label': 'End the absence from {{from}} until {{until}}',
    'end.title': 'End this absence?',
    'end.text':
      'From now on {{person}} is asked to vote in person again. Votes that were cast meanwhile stand.',
    'form.text':
      'On review boards somebody else is asked to vote meanwhile. Whoever is away may still vote in person, and then that vote stands.',
    'form.delegate': 'Who votes meanwhile',
    'form.delegateHint': 'Usually another member of the same board',
    'form.from': 'First day',
    'form.until': 'Last day',
    'form.item': 'Only for one work item',
    'form.itemHint': 'Its key, such as OP-2025-018; empty for all',
    'form.note': 'Note',
    'form.saved': '{{person}} is asked to vote from {{from}} until {{until}}',
  },
  translations: {
    'zh-CN': () => import('./absence.zh'),
    zh: () => import('./absence.zh'),
  },
});
