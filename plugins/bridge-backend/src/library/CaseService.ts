import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { queryTerms } from '@techbridge/cjk-text';
import {
  BridgeError,
  Case,
  CreateCase,
  fieldError,
  isBridgeError,
  itemActPermission,
  itemReadPermission,
  ListCasesQuery,
  UpdateCase,
} from '@techbridge/plugin-bridge-common';
import { Clock } from '../database/Clock';
import { CaseWithBody } from './caseRows';
import { caseSortValues, CaseStore } from './CaseStore';
import { isBeingWritten, mayEdit, presentRow, systemRefOf } from './model';
import { RevisionStore } from './RevisionStore';
import { SystemTitleStore } from './SystemTitleStore';
import {
  CaseStart,
  CaseStarter,
  ItemGate,
  ItemReader,
  ItemView,
  PersonNumbers,
} from './workItems';

/** What the library works with. @internal */
export interface CaseParts {
  cases: CaseStore;
  revisions: RevisionStore;
  systems: SystemTitleStore;
  gate: ItemGate;
  reader: ItemReader;
  starter: CaseStarter;
  people: Pick<PersonNumbers, 'id'>;
  clock: Clock;
}

const EVERYTHING = () => undefined;

const NOT_BEING_WRITTEN = {
  whyEn:
    'The text stands while somebody reviews it, and once it is published. Ask for it to be sent back.',
  whyZh: '案例正在审核或已发布，正文不能修改；如需修改，请审核人退回。',
};

const NOT_THE_AUTHOR = {
  whyEn: 'Only its authors write a case. Comment on it, or ask the author.',
  whyZh: '只有案例的作者可以修改正文；可以发表评论，或联系作者。',
};

/**
 * Finds and writes cases. Who may see a case may see its item, and the other
 * way round; what state a case is in, its item says.
 *
 * @internal
 */
export class CaseService {
  constructor(private readonly parts: CaseParts) {}

  /**
   * The cases that match and that the caller may see.
   *
   * @param after - the sort values of the row before the first
   */
  async list(
    query: ListCasesQuery,
    after: string[] | undefined,
    caller: BackstageCredentials,
  ) {
    const { order, limit } = query;
    const narrow = await this.readable(caller);
    const terms = queryTerms(query.q ?? '').slice(0, 30);
    const system = query.system && systemRefOf(query.system);
    if ((query.q && terms.length === 0) || (query.system && !system)) {
      return { items: [], total: 0 };
    }
    const published =
      query.published && { true: true, false: false }[query.published];
    const selection = { terms, narrow, system, published };
    const [records, total] = await Promise.all([
      this.parts.cases.list(selection, { order, limit: limit + 1, after }),
      this.parts.cases.count(selection),
    ]);
    const shown = records.slice(0, limit);
    const last = shown.at(-1);
    const views = await this.views(shown, caller);
    return {
      items: shown.map((record, i) => presentRow(record, views[i].state)),
      total,
      ...(records.length > limit &&
        last && { next: caseSortValues(order, last) }),
    };
  }

  /**
   * One case with its text.
   *
   * @throws BridgeError `case-not-found`, also when the caller may not see it
   */
  async get(id: string, caller: BackstageCredentials): Promise<Case> {
    const narrow = await this.readable(caller);
    return this.present(await this.required(id, narrow), caller);
  }

  /** Begins a case: makes its work item, whose journal makes the case. */
  async create(
    input: CreateCase,
    caller: BackstageCredentials,
    idempotencyKey: string | undefined,
  ): Promise<Case> {
    const { title, language, body } = input;
    const systems = await this.knownSystems(input.systems);
    const start: CaseStart = {
      title,
      type: 'case',
      system: systems[0],
      systems,
      language,
      ...(body.trim() !== '' && { body }),
    };
    const { key } = await this.parts.starter
      .create(start, caller, idempotencyKey)
      .catch(error => {
        throw asCaseError(error);
      });
    // Who made it may see it; the permission to make it was asked for.
    const record = await this.required(key.toLowerCase(), EVERYTHING);
    return this.present(record, caller);
  }

  /**
   * Writes the next revision of a text.
   *
   * @throws BridgeError `changed-meanwhile` with the current case, when
   * somebody else was faster or the case is no longer being written
   */
  async update(
    id: string,
    input: UpdateCase,
    caller: BackstageCredentials,
  ): Promise<Case> {
    const { revisions, gate, people } = this.parts;
    const narrow = await gate.narrowing(itemActPermission, caller);
    const record = await this.changeable(id, narrow);
    const user = await this.writer(record, caller);
    const written = await revisions.revise({
      id,
      title: input.title,
      language: input.language,
      systems: await this.knownSystems(input.systems),
      body: input.body,
      itemId: record.itemId,
      authorId: await people.id(user),
      at: await this.now(),
      seen: { state: record.itemState, revision: input.revision },
    });
    const current = await this.present(
      await this.required(id, EVERYTHING),
      caller,
    );
    if (!written) {
      const params = { name: record.key };
      throw new BridgeError('changed-meanwhile', { params, current });
    }
    return current;
  }

  /**
   * The revisions of a case, newest first.
   *
   * @param below - the number of the revision before the first
   */
  async revisions(
    id: string,
    { limit, below }: { limit: number; below?: number },
    caller: BackstageCredentials,
  ) {
    const narrow = await this.readable(caller);
    const record = await this.required(id, narrow);
    const found = await this.parts.cases.revisions(id, {
      below,
      limit: limit + 1,
    });
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(one => ({
        ...one,
        published: one.revision === record.publishedRevision,
      })),
      total: record.revision,
      ...(found.length > limit && last && { next: [String(last.revision)] }),
    };
  }

  private readable(caller: BackstageCredentials) {
    return this.parts.gate.narrowing(itemReadPermission, caller);
  }

  private async required(
    id: string,
    narrow: Parameters<CaseStore['get']>[1],
  ): Promise<CaseWithBody> {
    const record = await this.parts.cases.get(id, narrow);
    if (!record) {
      throw new BridgeError('case-not-found', { params: { id } });
    }
    return record;
  }

  private async changeable(
    id: string,
    narrow: Parameters<CaseStore['get']>[1],
  ): Promise<CaseWithBody> {
    const { cases } = this.parts;
    const record = await cases.get(id, narrow);
    if (!record && (await cases.exists(id))) {
      throw new BridgeError('not-allowed');
    }
    return record ?? this.required(id, narrow);
  }

  /** The caller, who may write now. */
  private async writer(
    record: CaseWithBody,
    caller: BackstageCredentials,
  ): Promise<string> {
    const [view] = await this.views([record], caller);
    const facts = { ...view, author: record.author };
    const user = userOf(caller);
    if (!isBeingWritten(facts)) {
      const current = await this.present(record, caller);
      const params = NOT_BEING_WRITTEN;
      throw new BridgeError('action-refused', { params, current });
    }
    if (user === undefined || !mayEdit(facts, user)) {
      throw new BridgeError('action-forbidden', { params: NOT_THE_AUTHOR });
    }
    return user;
  }

  private async views(
    records: { key: string }[],
    caller: BackstageCredentials,
  ): Promise<ItemView[]> {
    if (records.length === 0) {
      return [];
    }
    const keys = records.map(({ key }) => key);
    const views = await this.parts.reader.view(keys, caller);
    return keys.map(key => {
      const view = views.get(key);
      if (!view) {
        throw new Error(`The case ${key} has no item that can be read`);
      }
      return view;
    });
  }

  private async present(
    record: CaseWithBody,
    caller: BackstageCredentials,
  ): Promise<Case> {
    const [view] = await this.views([record], caller);
    const { body, revision, publishedRevision, author } = record;
    return {
      ...presentRow(record, view.state),
      body,
      revision,
      publishedRevision,
      mayEdit: mayEdit({ ...view, author }, userOf(caller)),
    };
  }

  /** Full references of systems, none of them unknown or twice. */
  private async knownSystems(named: string[]): Promise<string[]> {
    if (named.length === 0) {
      throw fieldError('systems', 'required');
    }
    const refs = named.map(name => systemRefOf(name) ?? '');
    const titles = await this.parts.systems.titles(refs);
    const unknown = refs.findIndex(ref => !titles.has(ref));
    if (unknown >= 0) {
      const params = { value: named[unknown] };
      throw fieldError(`systems.${unknown}`, 'unknown-system', params);
    }
    return [...new Set(refs)];
  }

  private async now(): Promise<string> {
    return (await this.parts.clock.now()).toUTC().toISO() ?? '';
  }
}

// What an item has in its data stands at the top of what was sent for a case.
function asCaseError(error: unknown): unknown {
  return isBridgeError(error) && error.fields
    ? new BridgeError(error.code, {
        params: error.params,
        fields: error.fields.map(({ path, code, params }) => ({
          path: path.replace(/^data\./, ''),
          code,
          params,
        })),
      })
    : error;
}

function userOf(caller: BackstageCredentials): string | undefined {
  return (caller.principal as { userEntityRef?: string }).userEntityRef;
}
