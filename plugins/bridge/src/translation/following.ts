import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** Texts of supporting, watching and merging work items. @internal */
export const followingTranslationRef = createTranslationRef({
  id: 'bridge.following',
  messages: {
    label: 'Who follows this',
    support: 'Me too ({{number}})',
    supported: 'You support this ({{number}})',
    supportHint: 'Say that this matters to you as well',
    withdrawHint: 'Take your support back',
    recordedBy: 'Recorded for you by {{person}}',
    forOther: 'Support of somebody else',
    'forOther.text':
      'For colleagues who told you that this matters to them as well. It is kept who recorded it.',
    'forOther.person': 'Who supports this',
    'forOther.save': 'Record',
    'forOther.done': 'Recorded for {{person}}.',
    watch: 'Watch',
    watching: 'Watching',
    watchHint: 'Be told when the state changes',
    unwatchHint: 'No longer be told of changes',
    watchers_one: '{{count}} person watches this',
    watchers_other: '{{count}} people watch this',
    'merge.open': 'Merge into …',
    'merge.title': 'Merge {{key}} into another item',
    'merge.text':
      'This item ends as a duplicate. Whoever made, supports or watches it then follows the other one. It can be undone within 30 days.',
    'merge.into': 'The other item',
    'merge.intoHint': 'Type its key or words of its title',
    'merge.reason': 'Reason (optional)',
    'merge.preview': 'What is merged',
    'merge.ends': 'Ends as a duplicate',
    'merge.stays': 'Goes on',
    'merge.supporters_one': '{{count}} supporter',
    'merge.supporters_other': '{{count}} supporters',
    'merge.save': 'Merge',
    'merge.done': '{{key}} is merged into {{into}}.',
    'merged.into': 'Merged into {{key}} by {{person}} on {{date}}',
    'merged.undo': 'Undo',
    'undo.title': 'Undo the merge into {{key}}?',
    'undo.text':
      'This item returns to the state in which it was before, with its full times, and takes its supporters and watchers back.',
    'undo.confirm': 'Undo the merge',
    'privacy.open': 'Open up to everybody',
    'privacy.close': 'Make private',
    'privacy.openTitle': 'Open {{key}} up to everybody?',
    'privacy.openText':
      'Everybody who may read items then sees all of it, its history and its files included.',
    'privacy.closeTitle': 'Make {{key}} private?',
    'privacy.closeText':
      'Only whoever made it, those who see to it and those who answer for its system see it then. Others have seen it so far.',
    'journal.opened': '{{person}} opened this item up to everybody',
    'journal.closed': '{{person}} made this item private',
    'journal.merged': '{{person}} merged this item into {{key}}',
    'journal.mergedHere': '{{person}} merged the duplicate {{key}} into this',
    'journal.unmerged': '{{person}} undid the merge into {{key}}',
    'journal.unmergedHere': '{{person}} undid the merge of {{key}}',
  },
  translations: {
    'zh-CN': () => import('./following.zh'),
    zh: () => import('./following.zh'),
  },
});
