import { InputError } from '@backstage/errors';

/** The files of a case, and what changes when one of them does. @internal */
export interface CaseDocuments {
  etag: string;
  files: { path: string; content: Buffer }[];
}

/**
 * Reads the bridge's answer. Everything is refused when one path could leave
 * the folder that it is written to, or when the `etag` is missing, without
 * which the pages would be built anew at every visit.
 *
 * @internal
 */
export function parseCaseDocuments(answer: unknown): CaseDocuments {
  const { etag, files } = (answer ?? {}) as { etag?: unknown; files?: unknown };
  if (typeof etag !== 'string' || etag === '' || !Array.isArray(files)) {
    throw new InputError('The documents of a case need an etag and files');
  }
  return { etag, files: files.map(parseFile) };
}

function parseFile(file: {
  path?: unknown;
  text?: unknown;
  base64?: unknown;
}): CaseDocuments['files'][number] {
  const { path, text, base64 } = file ?? {};
  if (typeof path !== 'string' || !staysInside(path)) {
    throw new InputError(`A document has the path ${JSON.stringify(path)}`);
  }
  if (typeof text === 'string') {
    return { path, content: Buffer.from(text, 'utf8') };
  }
  if (typeof base64 === 'string') {
    return { path, content: Buffer.from(base64, 'base64') };
  }
  throw new InputError(`The document ${path} has neither text nor base64`);
}

function staysInside(path: string): boolean {
  return (
    !/[\\\0]/.test(path) &&
    path.split('/').every(part => !['', '.', '..'].includes(part))
  );
}
