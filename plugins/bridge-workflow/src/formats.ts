/** A format of a text field, with an example for the person who fills it in. @internal */
export interface Format {
  example: string;
  /** Absent where the JSON Schema library knows the format. */
  test?: (value: string) => boolean;
}

/** The kinds of the catalog that a field may be bound to. @internal */
export type ReferenceKind = 'System' | 'User' | 'Group';

/** Formats of references to one kind only. @internal */
const KINDS: { [format: string]: ReferenceKind } = {
  'system-ref': 'System',
  'user-ref': 'User',
  'group-ref': 'Group',
};

/** The kind that a format asks for, where it asks for one. @internal */
export function kindOfFormat(format: unknown): ReferenceKind | undefined {
  return Object.hasOwn(KINDS, String(format))
    ? KINDS[String(format)]
    : undefined;
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
  'system-ref': referenceTo('system', 'mes'),
  'user-ref': referenceTo('user', 'chen.zhiyuan'),
  'group-ref': referenceTo('group', 'production'),
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

// In small letters, as the catalog itself writes a reference: another spelling
// would be another text in every comparison.
function referenceTo(kind: string, name: string): Format {
  const form = new RegExp(
    `^${kind}:[a-z0-9][-a-z0-9_.]*/[a-z0-9][-a-z0-9_.]*$`,
  );
  return {
    test: value => form.test(value),
    example: `${kind}:default/${name}`,
  };
}

function isWebLink(value: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(value).protocol);
  } catch {
    return false;
  }
}
