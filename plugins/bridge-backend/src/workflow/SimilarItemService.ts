import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { refusalsOf } from '@techbridge/bridge-workflow';
import {
  itemReadPermission,
  SimilarItem,
  SimilarItemsQuery,
} from '@techbridge/plugin-bridge-common';
import { Clock } from '../database/Clock';
import { Authorizer } from '../permissions/Authorizer';
import { ItemCondition } from '../permissions/itemRules';
import { readerOf } from '../permissions/readerOf';
import { DefinitionService } from './DefinitionService';
import { ItemQueryStore } from './ItemQueryStore';
import { likeness, tellingWords } from './likeness';
import { keysIn, withoutKeys } from './keysIn';
import { ReaderStore } from './ReaderStore';
import { presentState } from './presentWorkflow';
import { ItemRecord } from './records';
import { Candidate, SimilarItemStore } from './SimilarItemStore';

const MOST_SHOWN = 5;
const MOST_WORDS = 30;

/**
 * What a workflow remembers of its decisions: items like a new one that were
 * refused or put off, why, and what would reopen them.
 *
 * @internal
 */
export class SimilarItemService {
  constructor(
    private readonly parts: {
      similar: SimilarItemStore;
      queries: Pick<ItemQueryStore, 'whole'>;
      readers: Pick<ReaderStore, 'hiddenKeys'>;
      definitions: DefinitionService;
      authorizer: Authorizer<ItemCondition>;
      clock: Clock;
    },
  ) {}

  /**
   * Those that the caller may see, the likest first.
   *
   * @throws BridgeError `workflow-not-found`
   */
  async list(
    query: SimilarItemsQuery,
    caller: BackstageCredentials,
  ): Promise<SimilarItem[]> {
    const { authorizer, definitions, similar, queries, clock } = this.parts;
    const { workflow, title, except } = query;
    const filter = await authorizer.filterFor(itemReadPermission, caller);
    const { definition } = await definitions.inForce(workflow);
    const { states } = refusalsOf(definition);
    const words = tellingWords(title).slice(0, MOST_WORDS);
    if (states.length === 0 || words.length === 0) {
      return [];
    }
    const now = await clock.moment();
    const selection = { workflow, states, words, except, filter, now };
    const ids = likest(query, await similar.candidates(selection));
    const records = await queries.whole(ids, readerOf(caller));
    const inOrder = ids.flatMap(id => records.find(one => one.id === id) ?? []);
    const all = await Promise.all(inOrder.map(one => this.present(one)));
    const hidden = await this.parts.readers.hiddenKeys(
      keysIn(all.map(({ facts }) => facts)),
      readerOf(caller),
    );
    return all.map(one => ({ ...one, facts: withoutKeys(one.facts, hidden) }));
  }

  private async present(record: ItemRecord): Promise<SimilarItem> {
    const { item, system, title } = record;
    const { id, version } = item.workflow;
    const definition = await this.parts.definitions.version(id, version);
    const said = refusalsOf(definition).fields.flatMap(field =>
      item.data[field] === undefined ? [] : [[field, item.data[field]]],
    );
    return {
      ...{ key: item.key, title, decidedAt: item.enteredAt },
      state: presentState(definition, item.state),
      ...(system !== null && { system: `system:default/${system}` }),
      facts: Object.fromEntries(said),
    };
  }
}

function likest(
  { title, system }: SimilarItemsQuery,
  candidates: Candidate[],
): number[] {
  const name = system?.slice(system.lastIndexOf('/') + 1) ?? null;
  return candidates
    .map(other => ({
      id: other.id,
      alike: likeness({ title, system: name }, other),
    }))
    .filter(({ alike }) => alike > 0)
    .sort((one, other) => other.alike - one.alike)
    .slice(0, MOST_SHOWN)
    .map(({ id }) => id);
}
