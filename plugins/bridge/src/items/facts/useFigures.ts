import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useLanguage } from '../../components/useLanguage';
import { benefitTranslationRef } from '../../translation/benefit';

const ONE_DIGIT = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** Writes figures as the reader's language does. @internal */
export function useFigures(unit = '') {
  const { t } = useTranslationRef(benefitTranslationRef);
  const locale = useLanguage() === 'zh' ? 'zh-CN' : 'en-GB';
  const write = (options: Intl.NumberFormatOptions) => (value: number) =>
    new Intl.NumberFormat(locale, options).format(value);
  const plain = write({ maximumFractionDigits: 4 });
  const signed = write({ ...ONE_DIGIT, signDisplay: 'exceptZero' });
  const whole = write({ maximumFractionDigits: 0 });
  const rounded = write({ maximumFractionDigits: 2 });
  return {
    plain,
    /** Without digits that a mean has, but nobody has measured. */
    rounded: (value: number) =>
      Math.abs(value) < 1 ? plain(value) : rounded(value),
    withUnit: (value: number) =>
      unit ? `${plain(value)} ${unit}` : plain(value),
    /** Percent with a sign and one digit. */
    change: (value: number) => t('percent', { value: signed(value) }),
    /** Whole percent. */
    share: (value: number) => t('percent', { value: whole(value) }),
    /** A part of 1, in percent. */
    part: (value: number) => t('percent', { value: plain(value * 100) }),
    money: (value: number) => t('money', { amount: plain(value) }),
  };
}
