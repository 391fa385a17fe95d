import { withStep } from './withStep';

it.each([
  [[], 'vote board approve x1', ['vote board approve x1']],
  [
    ['vote board approve x1'],
    'vote board approve x1',
    ['vote board approve x2'],
  ],
  [
    ['vote board approve x2'],
    'vote board reject x1',
    ['vote board approve x2', 'vote board reject x1'],
  ],
  [['after P1D'], 'after P1D', ['after P1D', 'after P1D']],
  [
    [{ do: 'vote board approve x1', by: 'chair' }],
    'vote board approve x1',
    [{ do: 'vote board approve x1', by: 'chair' }, 'vote board approve x1'],
  ],
  [
    ['submit'],
    { do: 'assess', set: { risk: 'low' } },
    ['submit', { do: 'assess', set: { risk: 'low' } }],
  ],
])('%j and %j are %j', (steps, step, all) => {
  expect(withStep(steps, step)).toEqual(all);
});
