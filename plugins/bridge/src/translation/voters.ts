import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** Texts of adding and removing voters while a board votes. @internal */
export const votersTranslationRef = createTranslationRef({
  id: 'bridge.voters',
  messages: {
    open: 'Add or remove a voter',
    text: 'Whoever you add may vote like every other member. Whoever you remove votes no more, and a vote that was cast is not counted. The reason stands in the journal and in the decision record.',
    change: 'What is to change',
    add: 'Add a voter',
    remove: 'Remove a voter',
    voter: 'Who',
    reason: 'Reason',
    title: 'Voters added and removed',
    added: '{{person}} added {{member}}: {{reason}}',
    removed: '{{person}} removed {{member}}: {{reason}}',
  },
  translations: {
    'zh-CN': () => import('./voters.zh'),
    zh: () => import('./voters.zh'),
  },
});
