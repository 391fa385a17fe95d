import { BridgeError } from '@techbridge/plugin-bridge-common';
import { ItemStore, Transaction } from './ItemStore';
import { ReaderStore } from './ReaderStore';
import { Acting, Draft } from './records';

/**
 * Refuses to make an item for a field that names one which has not come to its
 * end. One that the person may not see is not named.
 *
 * @throws BridgeError `follow-up-open`
 * @internal
 */
export async function refuseSecond(
  trx: Transaction,
  { ref }: Acting,
  { draft, saveTo = '' }: { draft: Draft; saveTo?: string },
): Promise<void> {
  const key = draft.item.data[saveTo.replace(/^data\./, '')];
  if (typeof key === 'string' && (await new ItemStore(trx).isOpen(trx, key))) {
    const hidden = await new ReaderStore(trx).hiddenKeys([key], ref);
    const params = { key: hidden.has(key) ? '…' : key };
    throw new BridgeError('follow-up-open', { params });
  }
}
