import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** What is said of the benefit of a proposal. @internal */
export const benefitTranslationRef = createTranslationRef({
  id: 'bridge.benefit',
  messages: {
    title: 'Benefit',
    measured: 'Measured',
    percent: '{{value}} %',
    money: 'CNY {{amount}}',
    reached: 'Target {{target}}: reached',
    missed: 'Target {{target}}: not reached',
    differs:
      'More than chance: {{before}} in {{beforeOf}} before, {{after}} in {{afterOf}} after',
    noise:
      'Not distinguishable from noise: {{before}} in {{beforeOf}} before, {{after}} in {{afterOf}} after',
    lasts: 'Review: {{value}}, the gain has lasted',
    lost: 'Review: {{value}}, {{lost}} of the gain is lost',
    yearly: 'Benefit a year',
    realised: '{{share}} of the expected {{expected}}',
    arithmetic:
      '({{minuend}} − {{subtrahend}}) × {{volume}} × {{value}} × {{share}} − {{cost}} = {{saving}}',
    below: 'Verified as {{amount}} less than that',
    above: 'Verified as {{amount}} more than that',
    share: 'Of the change {{share}} is counted',
    runCost: 'After a run cost of {{cost}} a year',
    oneOffCost: 'Single cost {{cost}}, not taken off the benefit a year',
    capital: 'Capital released once',
    apart: 'Not part of the benefit a year',
    'xmr.means':
      'Baseline: {{before}} values, mean {{beforeMean}}; measured: {{after}} values, mean {{afterMean}}',
    'xmr.noise':
      'Not distinguishable from noise: all measured values within the limits {{lower}} to {{upper}}, and no {{run}} in a row on one side of the baseline mean',
    'xmr.outside':
      'Distinguishable from noise: measured values outside the limits {{lower}} to {{upper}}: {{outside}}',
    'xmr.run':
      'Distinguishable from noise: {{run}} measured values in a row on one side of the baseline mean',
    'xmr.unsteady':
      'The baseline itself is not steady. Find out why before you rely on its limits.',
    'xmr.chart': 'XmR chart of the single values, baseline first',
  },
  translations: {
    'zh-CN': () => import('./benefit.zh'),
    zh: () => import('./benefit.zh'),
  },
});
