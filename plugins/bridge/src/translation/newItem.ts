import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** Texts of making a work item. @internal */
export const newItemTranslationRef = createTranslationRef({
  id: 'bridge.newItem',
  messages: {
    failed: 'The form could not be loaded',
    choose: 'Report or suggest',
    chooseHint: 'What is it about?',
    title: 'New: {{kind}}',
    feedback:
      'Something does not work, or you do not know how. The super user of the system answers.',
    proposal:
      'You know how it could be better: the present state, the method, the expected effect.',
    'risk-report':
      'Nothing has happened yet, but you see it coming. Within two days somebody answers for it.',
    crisis:
      'Production suffers badly. Super user, IT and programme office are told at once.',
    loading: 'Loading the form',
    privateHint:
      'Only you, those who see to it and those who answer for the system see this. It can be opened up later.',
    alwaysPrivate:
      'This is private: only you, those who see to it and those who answer for the system see it.',
    submit: 'Send',
    done: '{{key}} is sent. You are told what becomes of it.',
    superUserNow: 'Your super user now',
    noSuperUser: 'Nobody is appointed; the IT owner is asked: {{group}}',
    notByHand: 'Items of this kind are not made by hand',
    notByHandHint:
      'They come out of another work item, through one of its actions.',
  },
  translations: {
    'zh-CN': () => import('./newItem.zh'),
    zh: () => import('./newItem.zh'),
  },
});
