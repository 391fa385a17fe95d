import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** Texts of the minutes of a meeting. @internal */
export const minutesTranslationRef = createTranslationRef({
  id: 'bridge.minutes',
  messages: {
    title: 'Minutes: {{title}}',
    chair: 'Chair',
    recorder: 'Recorder',
    expected: 'Members',
    present: 'Present',
    represented: 'Represented',
    excused: 'Excused',
    absent: 'Absent',
    people: '{{number}}: {{people}}',
    quorumMet: '{{needed}} needed, {{present}} took part: met',
    quorumNotMet: '{{needed}} needed, {{present}} took part: not met',
    agenda: 'Agenda items',
    empty: 'The agenda was empty.',
    item: 'Item',
    presenter: 'Presenter',
    note: 'Discussion',
    recused: 'Recused',
    votes: 'Votes',
    conclusion: 'Conclusion',
    conditions: 'Conditions',
    count: 'For {{inFavour}}, against {{against}}, abstained {{abstained}}',
    role: '{{person}} ({{role}})',
    signsFor: 'for {{people}}',
    proof:
      'SHA-256 of these minutes, as they were frozen when the meeting closed: {{hash}}',
  },
  translations: {
    'zh-CN': () => import('./minutes.zh'),
    zh: () => import('./minutes.zh'),
  },
});
