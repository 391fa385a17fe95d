import { AttachmentKind, FieldCode } from '@techbridge/plugin-bridge-common';

/** What a file is by its bytes, or why it is not taken. @internal */
export type FileKind =
  | { kind: AttachmentKind }
  | {
      refused: Extract<FieldCode, 'file-type' | 'file-heic' | 'file-macros'>;
    };

const UNKNOWN: FileKind = { refused: 'file-type' };

/** What such a file begins with, as Latin letters. */
const BEGINNINGS: [RegExp, FileKind][] = [
  [/^\xff\xd8\xff/, { kind: 'jpeg' }],
  [/^\x89PNG\r\n/, { kind: 'png' }],
  [/^RIFF[^]{4}WEBP/, { kind: 'webp' }],
  [/^%PDF-\d/, { kind: 'pdf' }],
  [/^[^]{4}ftyp(hei[cmsx]|hev[cmsx]|mif1|msf1)/, { refused: 'file-heic' }],
];

const ZIP = 'PK\x03\x04';

/** The part without which it would not be such a document. */
const MAIN_PARTS = [
  ['xl/workbook.xml', 'xlsx'],
  ['word/document.xml', 'docx'],
  ['ppt/presentation.xml', 'pptx'],
] as const;

const MACROS = ['vbaProject.bin', 'xl/macrosheets/'];

// Tabs and ends of lines are all that a plain text has beside its characters.
// eslint-disable-next-line no-control-regex
const NOT_TEXT = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufffe\uffff]/;

/** The beginning of HTML, SVG and XML, which a browser would run. */
const MARKUP = /^\s*</;

/**
 * What a file is. Its bytes decide; the name only tells a table from a text,
 * which look alike.
 *
 * @internal
 */
export function fileKindOf(bytes: Uint8Array, name: string): FileKind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const beginning = file.toString('latin1', 0, 32);
  const known = BEGINNINGS.find(([form]) => form.test(beginning));
  if (known) {
    return known[1];
  }
  return beginning.startsWith(ZIP) ? documentIn(file) : textIn(file, name);
}

// The names of the parts of an archive are never compressed.
function documentIn(file: Buffer): FileKind {
  const main = MAIN_PARTS.find(([part]) => file.includes(part));
  if (!main || !file.includes('[Content_Types].xml')) {
    return UNKNOWN;
  }
  return MACROS.some(part => file.includes(part))
    ? { refused: 'file-macros' }
    : { kind: main[1] };
}

function textIn(file: Buffer, name: string): FileKind {
  const text = decoded(file, 'utf-8') ?? decoded(file, 'gb18030');
  if (text === undefined || NOT_TEXT.test(text) || MARKUP.test(text)) {
    return UNKNOWN;
  }
  return { kind: /\.csv$/i.test(name.trim()) ? 'csv' : 'txt' };
}

function decoded(file: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch {
    return undefined;
  }
}
