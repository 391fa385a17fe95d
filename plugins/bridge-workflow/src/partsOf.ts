import { JsonSchema, Label } from './definition';
import { SetWord } from './setWord';

/** A part of the entries of a list: a column of its rows. @public */
export type EntryPart = JsonSchema & {
  label?: Label;
  /** Who writes it, where that is not whoever fills in the form. */
  set?: Exclude<SetWord, 'next'>;
};

/** The columns of a field that is a list of rows; none where it is another. @public */
export function partsOf({ type, items }: JsonSchema): {
  [part: string]: EntryPart;
} {
  const { properties } = (type === 'array' ? items ?? {} : {}) as {
    properties?: { [part: string]: EntryPart };
  };
  return properties ?? {};
}
