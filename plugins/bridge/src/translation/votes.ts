import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** What votes and their outcomes are called. @internal */
export const votesTranslationRef = createTranslationRef({
  id: 'bridge.votes',
  messages: {
    'choice.approve': 'Approve',
    'choice.approveWithConditions': 'Approve with conditions',
    'choice.reject': 'Reject',
    'choice.abstain': 'Abstain',
    'choice.sendBack': 'Send back',
    'choice.veto': 'Veto',
    'outcome.open': 'Vote open',
    'outcome.approved': 'Approved',
    'outcome.tacit': 'Approved by silence',
    'outcome.conditional': 'Approved with conditions',
    'outcome.rejected': 'Rejected',
    'outcome.sentBack': 'Sent back',
    'outcome.noQuorum': 'Too few voted',
    'outcome.cancelled': 'Cancelled',
  },
  translations: {
    'zh-CN': () => import('./votes.zh'),
    zh: () => import('./votes.zh'),
  },
});
