import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** Texts at an address that none of our pages has. @internal */
export const notFoundTranslationRef = createTranslationRef({
  id: 'bridge.notFound',
  messages: {
    title: 'There is no such page',
    hint: 'Check the address, or go on from the home page.',
    home: 'Home',
  },
  translations: {
    'zh-CN': () => import('./notFound.zh'),
    zh: () => import('./notFound.zh'),
  },
});
