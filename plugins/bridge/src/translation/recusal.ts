import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** Texts of stepping aside from a vote. @internal */
export const recusalTranslationRef = createTranslationRef({
  id: 'bridge.recusal',
  messages: {
    open: 'Declare a conflict of interest',
    text: 'You then do not vote on this item. The reason stands in its journal.',
    of: 'Recuse {{person}}',
    short: 'Recuse',
    impose: 'Recuse',
    imposeText:
      'A member whom you recuse as the chair has no vote on this item; one that was cast is not counted. The reason stands in the journal.',
    reason: 'Reason',
    declare: 'Step aside',
  },
  translations: {
    'zh-CN': () => import('./recusal.zh'),
    zh: () => import('./recusal.zh'),
  },
});
