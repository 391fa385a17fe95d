/** A format of a text field, with an example for the person who fills it in. @internal */
export interface Format {
  example: string;
  /** Absent where the JSON Schema library knows the format. */
  test?: (value: string) => boolean;
}

/**
 * The formats that a field of the data may have. A link leads to the web only,
 * so that nothing a person types can run in a reader's browser.
 *
 * @internal
 */
export const FORMATS: { [name: string]: Format } = {
  date: { example: '2026-02-28' },
  'date-time': { example: '2025-12-31T09:00:00+08:00' },
  email: { example: 'name@example.com' },
  uri: { test: isWebLink, example: 'https://example.com/page' },
  'entity-ref': {
    test: value =>
      /^[a-z][a-z0-9-]*:[a-z0-9][-a-z0-9_.]*\/[a-z0-9][-a-z0-9_.]*$/i.test(
        value,
      ),
    example: 'system:default/mes',
  },
  'item-key': {
    test: value => /^([a-z]+(-[0-9]+)+|new)$/i.test(value),
    example: 'FB-0312',
  },
  attachment: {
    test: value => /^[-\w.]+(\/[-\w.]+)*$/.test(value) && !value.includes('..'),
    example: 'FB-0312/photo.jpg',
  },
  'data-url': {
    test: value =>
      /^data:image\/(png|jpeg|webp|gif);base64,[a-z0-9+/]+=*$/i.test(value),
    example: 'data:image/png;base64,…',
  },
  markdown: { test: () => true, example: '**text**' },
};

function isWebLink(value: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(value).protocol);
  } catch {
    return false;
  }
}
