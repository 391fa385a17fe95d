import { Label } from '../definition';

/** Which part of a workflow a setting belongs to. @public */
export type SettingSection =
  | 'people'
  | 'boards'
  | 'routes'
  | 'times'
  | 'forms'
  | 'texts';

/** A field that a form gets. @public */
export interface NewField {
  label: Label;
  type: 'text' | 'longText' | 'number' | 'date' | 'flag';
  required: boolean;
}

/** What a setting can be set to. @public */
export type SettingValue = number | string | string[] | Label | NewField | null;

/**
 * Something of a workflow that can be set without knowing its language.
 *
 * `kind` says what its value is:
 * - `number`: within `minimum` and `maximum`; `percent` is a number from 0 to 100
 * - `duration`: an ISO 8601 duration
 * - `choice`: one of `options`
 * - `choices`: some of `options`, at least one
 * - `group`: the reference of a group in the catalog
 * - `text`: a text in both languages
 * - `newField`: nothing yet; setting it adds a {@link NewField} to a form
 *
 * @public
 */
export interface Setting {
  /**
   * Where it stands in the file; of a condition, `#2` after it is the third
   * comparison there, and `#reversible` whether it asks for that field.
   */
  path: string;
  section: SettingSection;
  /** What it belongs to, from the outside in, such as a state and a board. */
  of: Label[];
  label: Label;
  kind:
    | 'number'
    | 'percent'
    | 'duration'
    | 'choice'
    | 'choices'
    | 'group'
    | 'text'
    | 'newField';
  value: SettingValue;
  minimum?: number;
  maximum?: number;
  /** Whether a number may have decimals. */
  decimals?: boolean;
  options?: { value: string; label: Label }[];
  /** Whether it may be left out: its value is null then. */
  optional?: true;
}

/** What somebody sets. @public */
export interface SettingChange {
  /** As in {@link Setting}. */
  path: string;
  value: SettingValue;
}
