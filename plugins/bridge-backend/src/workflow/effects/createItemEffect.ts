import { ItemData } from '@techbridge/bridge-workflow';
import { DraftEffect } from '../hooks';

/** Makes an item of another workflow and links it. @internal */
export const createItemEffect: DraftEffect = {
  use: 'createItem',
  async draft(_trx, effect) {
    const { workflow, data, link } = effect.with;
    return {
      workflow: String(workflow),
      data: (data ?? {}) as ItemData,
      ...(typeof link === 'string' && { link }),
    };
  },
};
