import { boardRule } from './index';
import { improvement } from './testing/improvement';
import { boardWith } from './testing/boards';
import { Board } from './definition';

const definition = improvement();

const en = (own: Partial<Board>) =>
  boardRule(definition, boardWith(own)).map(label => label.en);
const zh = (own: Partial<Board>) =>
  boardRule(definition, boardWith(own)).map(label => label.zh);

describe('the rule of a board in words', () => {
  it.each<[string, Partial<Board>, string]>([
    [
      'a quorum',
      { quorum: { min: 2, includes: [] } },
      'At least 2 must have voted.',
    ],
    [
      'a share of the members',
      { quorum: { min: 3, percent: 60, includes: [] } },
      'At least 60 % of those who are not recused must have voted, and at least 3.',
    ],
    [
      'roles that must be there',
      { quorum: { min: 1, includes: [{ role: 'auditor' }] } },
      'One of these must have voted: auditor.',
    ],
    [
      'roles that must be there in some cases',
      { quorum: { min: 1, includes: [{ role: 'auditor', when: 'true' }] } },
      'One of these must have voted in some cases: auditor.',
    ],
    [
      'members that must have voted where they may',
      {
        quorum: {
          min: 1,
          includes: [{ voter: 'true', label: { en: 'buyer', zh: '采购' } }],
        },
      },
      'Where such a member may vote, one must have voted: buyer.',
    ],
    [
      'the first vote',
      { pass: { rule: 'first', tie: 'reject' } },
      'The first vote for or against decides.',
    ],
    [
      'all votes',
      { pass: { rule: 'unanimous', tie: 'reject' } },
      'All votes must be for it; one against ends the vote.',
    ],
    [
      'a majority',
      {},
      'More than 50 % of the votes for and against must be for it.',
    ],
    [
      'a threshold',
      { pass: { rule: 'threshold', threshold: 2 / 3, tie: 'reject' } },
      'At least 66.7 % of the votes for and against must be for it.',
    ],
    [
      'a veto that may be overridden',
      { veto: { by: 'auditor', override: { threshold: 0.8 } } },
      'After a veto the board votes once more; at least 80 % of the votes for and against override it.',
    ],
    [
      'more time while too few have voted',
      {
        deadline: {
          ...{ after: 'P5D', then: 'noQuorum' },
          extend: { by: 'P2D', times: 2 },
        },
      },
      'While too few have voted it is prolonged, by 2 days each time and 2 times at most.',
    ],
    [
      'more time once',
      {
        deadline: {
          ...{ after: 'P5D', then: 'noQuorum' },
          extend: { by: 'P2D', times: 1 },
        },
      },
      'While too few have voted it is prolonged once, by 2 days.',
    ],
    [
      'a threshold below one half',
      { pass: { rule: 'threshold', threshold: 0.4, tie: 'reject' } },
      'More than 40 % of the votes for and against must be for it.',
    ],
    [
      'ties',
      { pass: { rule: 'majority', tie: 'chair' } },
      'In a tie the vote of the chair decides.',
    ],
    [
      'weights',
      { weights: { speaker: 2 } },
      'The seat “speaker” counts 2 times.',
    ],
    ['a veto', { veto: { by: 'speaker' } }, 'These may veto: speaker.'],
    [
      'recusal by role',
      { recuse: { roles: ['writer', 'keeper'], declare: true } },
      'Recused: writer, keeper.',
    ],
    [
      'recusal by rule',
      { recuse: { roles: [], when: 'true', declare: true } },
      'Whoever has a conflict of interest by the rule of the workflow is recused.',
    ],
    [
      'recusal by a rule with a name',
      {
        recuse: {
          ...{ roles: [], when: 'true', declare: true },
          whenMessage: { en: 'Heads', zh: '负责人' },
        },
      },
      'Recused by the rule of the workflow: Heads.',
    ],
    [
      'standing in',
      { delegate: { to: 'committee', chain: 1 } },
      'Members who are away may be voted for by: committee.',
    ],
    [
      'late votes',
      { ballot: 'openAfterClose' },
      'Votes are shown when the vote has closed.',
    ],
    [
      'secret votes',
      { ballot: 'secret' },
      'The vote is secret; only the count is shown.',
    ],
    [
      'an early close',
      {},
      'The vote closes as soon as no missing vote can change the result.',
    ],
    [
      'its time',
      { deadline: { after: 'P7D', then: 'noQuorum' } },
      'The vote lasts at most 7 days.',
    ],
    [
      'working time',
      { deadline: { after: 'P5D', calendar: 'business', then: 'noQuorum' } },
      'The vote lasts at most 5 days of working time.',
    ],
    [
      'silence',
      { deadline: { after: 'PT36H', then: 'approve', tacit: true } },
      'Whoever is silent until then consents.',
    ],
  ])('says %s', (_, own, sentence) => {
    expect(en(own)).toContain(sentence);
    expect(zh(own)).toHaveLength(en(own).length);
  });

  it('says nothing of what does not hold', () => {
    expect(
      zh({ close: 'deadline', deadline: { after: 'P7D', then: 'noQuorum' } }),
    ).toEqual([
      '至少 1 人表决。',
      '同意票须超过同意与不同意票的 50%。',
      '表决最长 7天。',
    ]);
  });
});
