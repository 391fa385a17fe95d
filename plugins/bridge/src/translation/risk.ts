import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** Texts of how weighty a risk is. @internal */
export const riskTranslationRef = createTranslationRef({
  id: 'bridge.risk',
  messages: {
    title: 'Risk',
    priority: 'Priority',
    priorityOf: 'Likely {{probability}} × bad {{impact}}, of 25',
    leadTime: 'Lead time of the warning',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    tooLate: 'Reported after the first incident',
    leadTimeOf: 'From the day of the report to the first incident',
  },
  translations: {
    'zh-CN': () => import('./risk.zh'),
    zh: () => import('./risk.zh'),
  },
});
