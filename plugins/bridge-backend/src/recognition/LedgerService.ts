import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { recognitionManagePermission } from '@techbridge/plugin-bridge-common';
import { AWARD } from './awards';
import { PermissionGate } from './LeaderboardService';
import { LedgerStore } from './LedgerStore';
import { DATA_TYPES, Rule } from './model';
import { Recount, RecountResult } from './Recount';

const ITEMS_AT_ONCE = 500;

/**
 * Checks the ledger against the journal that it follows from.
 *
 * @internal
 */
export class LedgerService {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly gate: PermissionGate,
    private readonly rules: Rule[],
    private readonly timeZone: string,
  ) {}

  /** Counts all points anew from the journal and says where they differ. */
  async rebuild(caller: BackstageCredentials): Promise<RecountResult> {
    await this.gate.require(recognitionManagePermission, caller);
    const { ledger, rules, timeZone } = this;
    const types = ['milestone', AWARD, ...DATA_TYPES];
    return ledger.inSnapshot(async trx => {
      const recount = new Recount(rules, timeZone);
      const last = await ledger.lastItem(trx);
      for (let after = 0; after < last; after += ITEMS_AT_ONCE) {
        const upTo = after + ITEMS_AT_ONCE;
        const entries = byItem(await ledger.journal(trx, types, after, upTo));
        const standing = byItem(await ledger.standing(trx, after, upTo));
        for (const item of new Set([...entries.keys(), ...standing.keys()])) {
          recount.add(entries.get(item) ?? [], standing.get(item) ?? []);
        }
      }
      return recount.result();
    });
  }
}

function byItem<T extends { itemId: number }>(rows: T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.itemId) ?? [];
    group.push(row);
    groups.set(row.itemId, group);
  }
  return groups;
}
