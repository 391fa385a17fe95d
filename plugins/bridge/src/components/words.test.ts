import { aSystem } from '../testing/samples';
import { clearAnswer } from '../systems/clearAnswer';
import { formatDate } from './formatDate';
import { initialsOf } from './initialsOf';
import { localName } from './localName';

describe('words', () => {
  it.each([
    ['马俊 Ma Jun', '马俊', 'Ma Jun', '马俊'],
    ['陈志远 Chen Zhiyuan', '陈志远', 'Chen Zhiyuan', '志远'],
    ['IT评审委员会 IT Review Board', 'IT评审委员会', 'IT Review Board', '员会'],
    ['Ma Jun', 'Ma Jun', 'Ma Jun', 'MJ'],
    ['马俊', '马俊', '马俊', '马俊'],
    ['', '', '', ''],
  ])('says %p in both languages', (name, zh, en, initials) => {
    expect(localName(name, 'zh')).toBe(zh);
    expect(localName(name, 'en')).toBe(en);
    expect(initialsOf(name)).toBe(initials);
  });

  it('writes days as the reader does', () => {
    expect(formatDate('2025-12-31', 'en')).toBe('31 Dec 2025');
    expect(formatDate('2025-12-31', 'zh')).toBe('2025年12月31日');
    const night = '2025-12-31T20:00:00Z';
    expect(formatDate(night, 'en')).toBe('31 Dec 2025');
    expect(formatDate(night, 'en', 'Asia/Shanghai')).toBe('1 Jan 2026');
  });

  it('answers only what was clearly asked', () => {
    const mes = aSystem({
      name: 'mes',
      title: { en: 'MES', zh: '制造执行' },
      aliases: [],
    });
    const wms = aSystem({ aliases: ['扫码枪'] });
    const page = (...items: (typeof wms)[]) => ({
      items,
      total: items.length,
      nextCursor: null,
    });
    expect(clearAnswer('who owns MES', page(mes, wms))).toBe(mes);
    expect(clearAnswer('扫码枪坏了', page(wms, mes))).toBe(wms);
    expect(clearAnswer('mes wms', page(mes, wms))).toBeUndefined();
    expect(clearAnswer('production', page(mes, wms))).toBeUndefined();
    expect(clearAnswer('chen', page(mes))).toBe(mes);
    expect(clearAnswer('', page(mes))).toBeUndefined();
    expect(clearAnswer('x', page())).toBeUndefined();
  });
});
