import { z } from 'zod';

// Control characters, and the marks that turn the direction of the text that
// follows: both let a text show something else than what it says.
const FORBIDDEN_CHARACTERS =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/;

/**
 * Whether a text can be stored and shown as it is: no control characters, no
 * marks that override the writing direction, no lone surrogates.
 *
 * @public
 */
export function isPlainText(value: string): boolean {
  const wellFormed = !/\p{Surrogate}/u.test(value);
  return wellFormed && !FORBIDDEN_CHARACTERS.test(value);
}

/**
 * A text of 1 to `max` characters, trimmed, refused when it is not plain.
 *
 * @public
 */
export function plainText(max: number) {
  return z
    .string()
    .refine(isPlainText, { params: { code: 'not-plain-text' } })
    .trim()
    .min(1)
    .max(max);
}

/**
 * A name or label in English and in Chinese. Either may repeat the other where
 * no translation exists.
 *
 * @public
 */
export const titleSchema = z
  .strictObject({ en: plainText(120), zh: plainText(120) })
  .meta({ id: 'Title' });

/** A label in both languages. @public */
export type Title = z.infer<typeof titleSchema>;

/** The languages that readers have. @public */
export type Language = 'en' | 'zh';

/** Why something is not possible now, in both languages. @public */
export const whySchema = z.object({
  code: z.string(),
  en: z.string(),
  zh: z.string(),
});
