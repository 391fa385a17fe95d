import { InputError } from '@backstage/errors';
import { parseDocument } from 'yaml';

/** What is read of an mkdocs.yml; everything else in it is ignored. @internal */
export interface SiteConfig {
  name?: string;
  description?: string;
  docsFolder: string;
  language: string;
  /** As it was written; `buildNavigation` makes sense of it. */
  navigation?: unknown;
}

/**
 * Reads the few harmless keys of an mkdocs.yml. Unknown tags, Python's among
 * them, stay plain values.
 *
 * @internal
 */
export function parseSiteConfig(yaml: string): SiteConfig {
  const document = parseDocument(yaml, { logLevel: 'silent' });
  const [problem] = document.errors;
  if (problem) {
    throw new InputError(`mkdocs.yml cannot be read: ${problem.message}`);
  }
  const root = asRecord(document.toJS());
  return {
    name: asText(root.site_name),
    description: asText(root.site_description),
    docsFolder: asText(root.docs_dir) ?? 'docs',
    language: asText(asRecord(root.theme).language) ?? 'en',
    navigation: root.nav,
  };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== ''
    ? value.trim()
    : undefined;
}
