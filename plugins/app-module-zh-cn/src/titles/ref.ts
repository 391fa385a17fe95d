import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { titles } from './titles';

/**
 * Texts that Backstage's packages have in English only.
 *
 * @internal
 */
export const titlesTranslationRef = createTranslationRef({
  id: 'app-module-zh-cn.titles',
  messages: {
    title: titles,
    notFound: {
      message: 'Page not found',
      contactSupport: 'Contact support',
    },
    errorDisplay: {
      title: 'Error in {{plugin}}',
      retry: 'Retry',
      details: 'Technical details',
    },
  },
  translations: {
    'zh-CN': () => import('../messages/titles'),
    zh: () => import('../messages/titles'),
  },
});
