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
])('%j and %s are %j', (steps, step, all) => {
  expect(withStep(steps, step)).toEqual(all);
});
