import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useLanguage } from '../../components/useLanguage';
import { itemsTranslationRef } from '../../translation/items';

const ONE_DIGIT = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** Writes figures as the reader's language does. @internal */
export function useFigures(unit = '') {
  const { t } = useTranslationRef(itemsTranslationRef);
  const locale = useLanguage() === 'zh' ? 'zh-CN' : 'en-GB';
  const write = (options: Intl.NumberFormatOptions) => (value: number) =>
    new Intl.NumberFormat(locale, options).format(value);
  const plain = write({ maximumFractionDigits: 4 });
  const signed = write({ ...ONE_DIGIT, signDisplay: 'exceptZero' });
  const whole = write({ maximumFractionDigits: 0 });
  return {
    plain,
    withUnit: (value: number) =>
      unit ? `${plain(value)} ${unit}` : plain(value),
    /** Percent with a sign and one digit. */
    change: (value: number) => t('benefit.percent', { value: signed(value) }),
    /** Whole percent. */
    share: (value: number) => t('benefit.percent', { value: whole(value) }),
    money: (value: number) => t('benefit.money', { amount: plain(value) }),
  };
}
