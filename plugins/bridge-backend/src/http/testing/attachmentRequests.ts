import { Attachment } from '@techbridge/plugin-bridge-common';
import fc from 'fast-check';
import { Recipe, Uses, usesOf, words } from './usesOf';

const files: Recipe = ({ memory }) => {
  const keys = memory.valuesOf('key');
  return fc.tuple(fc.nat(), words).map(([place, body]) => ({
    path: { key: keys[place % keys.length] },
    body,
  }));
};

const reading: Uses<Attachment> = ({ id }, _, { key }) => [
  fc.constant({ path: { key, id } }),
];

// Every other one stays, to be read.
const removals: Uses<Attachment> = ({ id, mayRemove }, _, { key }) =>
  mayRemove && id % 2 === 0 ? [fc.constant({ path: { key, id } })] : [];

/** Requests about files on items that can succeed. */
export const attachmentRequests: { [operation: string]: Recipe } = {
  attachToItem: files,
  getAttachment: usesOf('Attachment', reading),
  removeAttachment: usesOf('Attachment', removals),
};
