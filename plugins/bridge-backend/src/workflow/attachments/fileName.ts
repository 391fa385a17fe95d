import { AttachmentKind } from '@techbridge/plugin-bridge-common';

const LONGEST = 120;

/** The endings that each kind of file may have; the first is given to others. */
const ENDINGS: Record<AttachmentKind, string[]> = {
  jpeg: ['.jpg', '.jpeg'],
  png: ['.png'],
  webp: ['.webp'],
  pdf: ['.pdf'],
  xlsx: ['.xlsx'],
  docx: ['.docx'],
  pptx: ['.pptx'],
  csv: ['.csv'],
  txt: ['.txt', '.log', '.md'],
};

/**
 * What a file is called when it is saved: without folders and characters that
 * no disk takes, and with an ending of its kind, so that no text is opened as a
 * program.
 *
 * @internal
 */
export function fileName(name: string, kind: AttachmentKind): string {
  const own = name
    .split(/[/\\]/)
    .at(-1)
    ?.replace(/[<>:"|?*\s]+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const base = own || 'file';
  const [usual, ...others] = ENDINGS[kind];
  const ending =
    [usual, ...others].find(one => base.toLowerCase().endsWith(one)) ?? '';
  const stem = ending ? base.slice(0, -ending.length) : base;
  const added = ending || usual;
  const room = LONGEST - added.length;
  return `${[...(stem || 'file')].slice(0, room).join('')}${added}`;
}
