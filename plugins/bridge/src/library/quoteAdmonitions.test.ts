import { quoteAdmonitions } from './quoteAdmonitions';

const quote = (...lines: string[]) =>
  quoteAdmonitions(lines.join('\n'), kind => kind.toUpperCase()).split('\n');

describe('quoteAdmonitions', () => {
  it('makes a box a quotation, with the title it has or its kind', () => {
    expect(
      quote('!!! warning "Stop"', '    Call somebody.', '', '    - now', 'End'),
    ).toEqual([
      '> **Stop**',
      '>',
      '> Call somebody.',
      '>',
      '> - now',
      '',
      'End',
    ]);
    expect(quote('??? tip', '\tUnfolds')).toEqual([
      '> **TIP**',
      '>',
      '> Unfolds',
      '',
    ]);
    expect(quote('!!! note ""', '    Plain')).toEqual(['> Plain', '']);
  });

  it('keeps a box inside a box', () => {
    expect(quote('!!! note', '    !!! tip', '        Deep')).toEqual([
      '> **NOTE**',
      '>',
      '> > **TIP**',
      '> >',
      '> > Deep',
      '',
    ]);
  });

  it.each([
    [['```', '!!! note', '    code', '```']],
    [['~~~~', '```', '!!! note', '~~~~', 'after']],
    [['!!!note', 'What!!! note']],
    [['    !!! note']],
    [['']],
  ])('leaves alone what is no box: %j', lines => {
    expect(quote(...lines)).toEqual(lines);
  });
});
