import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  actionsOf,
  Directory,
  WorkflowDefinition,
  WorkItem,
} from '@techbridge/bridge-workflow';
import {
  InboxEntry,
  itemReadPermission,
  MAXIMUM_TOTAL,
} from '@techbridge/plugin-bridge-common';
import { Clock } from '../database/Clock';
import { Authorizer } from '../permissions/Authorizer';
import { ItemCondition } from '../permissions/itemRules';
import { DefinitionService } from './DefinitionService';
import { DirectoryReader } from './hooks';
import { InboxRow, InboxStore } from './InboxStore';
import { ItemPresenter, toRow } from './ItemPresenter';
import { needsOfAll } from './needsOfAll';

const VOTE = 'vote';

/**
 * What waits for a person, with the verbs of the workflow.
 *
 * @internal
 */
export class InboxService {
  constructor(
    private readonly parts: {
      inbox: InboxStore;
      presenter: ItemPresenter;
      definitions: DefinitionService;
      directories: DirectoryReader;
      authorizer: Authorizer<ItemCondition>;
      clock: Clock;
    },
  ) {}

  /** A page of what waits for a person, the longest first. */
  async list(
    query: { workflow?: string; limit: number },
    after: string[] | undefined,
    caller: { person: string; credentials: BackstageCredentials },
  ) {
    const { inbox, authorizer, clock } = this.parts;
    const filter = await authorizer.filterFor(
      itemReadPermission,
      caller.credentials,
    );
    const now = await clock.moment();
    const { person } = caller;
    const selection = { person, workflow: query.workflow, filter, now };
    const [rows, total] = await Promise.all([
      inbox.list(selection, { limit: query.limit + 1, after }),
      inbox.count(selection, MAXIMUM_TOTAL + 1),
    ]);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: await this.entries(shown, person, now),
      total,
      ...(rows.length > query.limit &&
        last && {
          next: [last.since, String(last.record.id), last.onBehalfOf],
        }),
    };
  }

  // One directory for the whole page: what a row needs is known beforehand.
  private async entries(
    rows: InboxRow[],
    person: string,
    now: string,
  ): Promise<InboxEntry[]> {
    const { definitions, directories, presenter } = this.parts;
    const known = await Promise.all(
      rows.map(({ record: { item } }) =>
        definitions.version(item.workflow.id, item.workflow.version),
      ),
    );
    const needs = needsOfAll(
      rows.map(({ record }, index) => ({
        definition: known[index],
        item: record.item,
      })),
    );
    const directory = await directories.read(needs, now);
    const items = await presenter.rows(
      rows.map(({ record }) => toRow(record)),
      new Map(rows.map(({ record }) => [record.id, [person]])),
      now,
    );
    const context = { actor: person, now, directory };
    return rows.map(({ record, since, onBehalfOf }, index) => ({
      item: items[index],
      // Whoever stands in votes, and does nothing else in the other's place.
      verbs: onBehalfOf ? [VOTE] : verbsOf(known[index], record.item, context),
      since,
      ...(record.dueAt !== null && { dueAt: record.dueAt }),
      ...(onBehalfOf !== '' && { onBehalfOf }),
    }));
  }
}

function verbsOf(
  definition: WorkflowDefinition,
  item: WorkItem,
  context: { actor: string; now: string; directory: Directory },
): string[] {
  const verbs = actionsOf(definition, item, context)
    .filter(({ allowed }) => allowed)
    .map(({ id }) => id);
  const voting = item.boards.some(({ status }) => status === 'open');
  return voting ? [VOTE, ...verbs] : verbs;
}
