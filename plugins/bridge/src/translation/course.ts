import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** Texts of how a vote went: its seats, its time, its second vote. @internal */
export const courseTranslationRef = createTranslationRef({
  id: 'bridge.course',
  messages: {
    deadline: 'Deadline',
    extended_one: '{{date}}, extended once',
    extended_other: '{{date}}, extended {{count}} times',
    escalated: 'Escalated to',
    escalatedToNobody: 'nobody else',
    veto: 'About a veto',
    overrides:
      'Voted about the veto of the round before: {{share}} % in favour override it',
    weights: 'By weight',
    weighed: '{{inFavour}} for, {{against}} against, of {{all}}',
    note: '{{name}}: {{value}}',
    seat: '{{person}} ({{notes}})',
    comma: ', ',
    'seat.chair': 'chair',
    'seat.weight': 'weight {{weight}}',
    'seat.veto': 'may veto',
    'seat.escalated': 'added by escalation',
    'recused.automatic': 'Recused by a rule',
    'recused.declared': 'Recused, declared it',
    'recused.imposed': 'Recused by the chair',
    'recused.imposedBy': 'Recused by the chair, {{person}}',
    'recused.left': 'Is no member any more',
  },
  translations: {
    'zh-CN': () => import('./course.zh'),
    zh: () => import('./course.zh'),
  },
});
