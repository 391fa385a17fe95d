import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** Texts of decisions that are in question again. @internal */
export const reopeningTranslationRef = createTranslationRef({
  id: 'bridge.reopening',
  messages: {
    title: 'The decision before',
    before: '{{board}}, round {{round}}: {{outcome}} ({{date}})',
    reopened: '{{action}}: {{person}}, {{date}}',
    reason: 'Reason: {{reason}}',
  },
  translations: {
    'zh-CN': () => import('./reopening.zh'),
    zh: () => import('./reopening.zh'),
  },
});
