const REFERENCE = /^(user|group|system):[\w.-]+\/[\w.-]+$/i;

/** Whether a value is a full reference to somebody or something. @internal */
export function isReference(value: unknown): value is string {
  return typeof value === 'string' && REFERENCE.test(value);
}

/** The references inside a value. @internal */
export function refsIn(value: unknown): string[] {
  if (isReference(value)) {
    return [value];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(refsIn)
    : [];
}

/** Whether a value is a list of rows, each with a value for a column. @internal */
export function isRows(value: unknown): value is { [part: string]: unknown }[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(
      row => typeof row === 'object' && row !== null && !Array.isArray(row),
    )
  );
}

/** Whether there is nothing to show. @internal */
export function isEmpty(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).every(isEmpty);
  }
  return value === undefined || value === null || value === '';
}

/**
 * Whether a text is a picture that may be shown: its points only, nothing that
 * could carry a script.
 *
 * @internal
 */
export function isPicture(value: string): boolean {
  return /^data:image\/(png|jpeg|gif|webp);base64,[a-z0-9+/=]+$/i.test(value);
}

/** Whether an address may be opened: nothing that runs in the page. @internal */
export function isWebAddress(value: string): boolean {
  return /^https?:\/\/\S+$/i.test(value);
}
