import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  BridgeError,
  itemReadPermission,
  MAXIMUM_FILTERS,
  SavedFilter,
  SavedFilterInput,
} from '@techbridge/plugin-bridge-common';
import { Authorizer } from '../permissions/Authorizer';
import { ItemCondition } from '../permissions/itemRules';
import { PersonStore } from './PersonStore';
import { SavedFilterStore } from './SavedFilterStore';

interface Owner {
  person: string;
  credentials: BackstageCredentials;
}

/**
 * Filters that people save for themselves; nobody sees those of others. Whoever
 * may see some item may save filters.
 *
 * @internal
 */
export class SavedFilterService {
  constructor(
    private readonly parts: {
      filters: SavedFilterStore;
      people: Pick<PersonStore, 'id'>;
      authorizer: Authorizer<ItemCondition>;
    },
  ) {}

  /** All filters of the caller, by name. */
  async list(caller: Owner): Promise<SavedFilter[]> {
    await this.allow(caller);
    return this.parts.filters.list(caller.person);
  }

  /**
   * Saves a filter for the caller.
   *
   * @throws BridgeError `filter-name-taken`, `too-many-filters`
   */
  async save(input: SavedFilterInput, caller: Owner): Promise<SavedFilter> {
    await this.allow(caller);
    const { filters, people } = this.parts;
    const personId = await people.id(caller.person);
    const kept = await filters.insert(personId, input, MAXIMUM_FILTERS);
    if (kept === 'taken') {
      const params = { name: input.name };
      throw new BridgeError('filter-name-taken', { params });
    }
    if (kept === 'full') {
      const params = { most: String(MAXIMUM_FILTERS) };
      throw new BridgeError('too-many-filters', { params });
    }
    return { id: kept, ...input };
  }

  /**
   * Deletes a filter of the caller.
   *
   * @throws BridgeError `filter-not-found`, also for one of somebody else
   */
  async delete(id: number, caller: Owner): Promise<void> {
    await this.allow(caller);
    if (!(await this.parts.filters.delete(id, caller.person))) {
      throw new BridgeError('filter-not-found');
    }
  }

  private async allow({ credentials }: Owner): Promise<void> {
    await this.parts.authorizer.filterFor(itemReadPermission, credentials);
  }
}
