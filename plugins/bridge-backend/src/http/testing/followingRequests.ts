import { Item } from '@techbridge/plugin-bridge-common';
import fc from 'fast-check';
import { Recipe, Uses, usesOf, words } from './usesOf';

const supports: Uses<Item> = ({ key, support }) =>
  support.allowed
    ? [
        fc.boolean().map(withdraw => ({ path: { key }, body: { withdraw } })),
        fc.constant({ path: { key }, body: { onBehalfOf: 'liu.yang' } }),
      ]
    : [];

const watches: Uses<Item> = ({ key }) => [
  fc.boolean().map(on => ({ path: { key }, body: { on } })),
];

const merges: Uses<Item> = ({ key, rev, merge, workflow }, { memory }) =>
  merge?.allowed
    ? memory
        .shown('Item')
        .map(({ value }) => value as unknown as Item)
        .filter(one => one.key !== key && one.workflow.id === workflow.id)
        .map(({ key: into }) =>
          words.map(reason => ({
            path: { key },
            body: { into, rev, reason },
          })),
        )
    : [];

const partings: Uses<Item> = ({ key, rev, merged }) =>
  merged?.allowed ? [fc.constant({ path: { key }, body: { rev } })] : [];

const privacies: Uses<Item> = ({ key, rev, mayChangePrivacy, ...item }) =>
  mayChangePrivacy
    ? [fc.constant({ path: { key }, body: { rev, private: !item.private } })]
    : [];

/** Requests about following and merging items that can succeed. */
export const followingRequests: { [operation: string]: Recipe } = {
  supportItem: usesOf('Item', supports),
  watchItem: usesOf('Item', watches),
  setItemPrivacy: usesOf('Item', privacies),
  mergeItem: usesOf('Item', merges),
  unmergeItem: usesOf('Item', partings),
};
