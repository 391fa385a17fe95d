import { likeness, Subject } from './likeness';

const of = (title: string, system: string | null = 'mes'): Subject => ({
  title,
  system,
});

describe('how alike two items are', () => {
  it.each([
    ['the same title', of('换模等待太长'), of('换模等待太长', 'wms'), true],
    ['most of it', of('换模等待时间太长'), of('减少换模等待时间', 'wms'), true],
    ['a part, in one system', of('换模等待'), of('换模记录'), true],
    [
      'that part in two',
      of('换模等待太长'),
      of('换模记录改扫码', 'wms'),
      false,
    ],
    [
      'a part without systems',
      of('换模等待', null),
      of('换模记录', null),
      false,
    ],
    ['nothing but the system', of('换模等待太长'), of('报表打不开'), false],
    [
      'words of English',
      of('Scanner loses counts'),
      of('The scanner loses its counts', 'wms'),
      true,
    ],
    ['a single character', of('慢'), of('慢'), false],
  ])('%s', (_, one, other, isLike) => {
    expect(likeness(one, other) > 0).toBe(isLike);
    expect(likeness(other, one)).toBe(likeness(one, other));
  });

  it('grows with what is shared', () => {
    const asked = of('扫码枪经常掉线要重启');
    const [less, more] = ['扫码枪充电', '扫码枪掉线'].map(title =>
      likeness(asked, of(title)),
    );
    expect(more).toBeGreaterThan(less);
  });
});
