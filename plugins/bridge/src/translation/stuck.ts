import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** What an item says while nobody can act on it. @internal */
export const stuckTranslationRef = createTranslationRef({
  id: 'bridge.stuck',
  messages: {
    nobody: 'Nobody can act on this item: nobody has the role {{roles}}.',
    left: 'Nobody can act on this item: {{people}} can no longer be found in the catalog.',
    vanished: 'The catalog does not know {{ref}} any more.',
    handOver: 'Hand over',
    handOverText:
      'Whoever takes over does what this item still wants of the person who has left. What was done before stays as it is. The reason stands in the journal.',
    from: 'Who has left',
    to: 'Who takes over',
    reason: 'Reason',
    comma: ', ',
    ask: 'Ask the programme office to say who takes it over.',
    'mend.superUser':
      'Whoever answers for the system can appoint a super user, and the item goes on by itself.',
    'mend.owner':
      'The system needs a group that owns it and that has members; the item then goes on by itself.',
    'mend.group':
      'Whoever looks after the group can add somebody, and the item goes on by itself.',
    'way.superUser': 'Appoint a super user of {{name}}',
    'way.owner': 'See who owns {{name}}',
    'way.group': 'See who is in {{name}}',
  },
  translations: {
    'zh-CN': () => import('./stuck.zh'),
    zh: () => import('./stuck.zh'),
  },
});
