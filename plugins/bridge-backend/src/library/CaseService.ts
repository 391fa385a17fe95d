import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { queryTerms } from '@techbridge/cjk-text';
import {
  BridgeError,
  Case,
  CreateCase,
  ErrorCode,
  fieldError,
  isBridgeError,
  itemReadPermission,
  ListCasesQuery,
  UpdateCase,
} from '@techbridge/plugin-bridge-common';
import { CaseWithBody } from './caseRows';
import { caseSortValues, CaseStore } from './CaseStore';
import { mayEdit, presentRow, systemRefOf } from './model';
import { SystemTitleStore } from './SystemTitleStore';
import {
  CaseData,
  CaseStarter,
  ItemGate,
  ItemReader,
  ItemView,
} from './workItems';

/** What the library works with. @internal */
export interface CaseParts {
  cases: CaseStore;
  systems: SystemTitleStore;
  gate: ItemGate;
  reader: ItemReader;
  starter: CaseStarter;
}

const EVERYTHING = () => undefined;

// No item has this number.
const NEVER_SEEN = 0;

// Comments and links number an item anew and leave its text as it is.
const ATTEMPTS = 3;

const NOT_BEING_WRITTEN = {
  whyEn:
    'The text stands while somebody reviews it, and once it is published. Ask for it to be sent back, or revise it once it is published.',
  whyZh:
    '案例正在审核或已发布，正文不能修改；审核中的请审核人退回，已发布的请先发起修订。',
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
    const data = await this.dataOf(input);
    const { key } = await this.parts.starter
      .create({ ...data, type: 'case' }, caller, idempotencyKey)
      .catch(error => {
        throw asCaseError(error);
      });
    // Who made it may see it; the permission to make it was asked for.
    return this.current(key.toLowerCase(), caller);
  }

  /**
   * Changes the text of a case, by the action of its workflow. Text that
   * stands as it is makes no revision.
   *
   * @throws BridgeError `changed-meanwhile` with the current case, when
   * somebody else was faster; `action-refused` when nobody may write it now;
   * `action-forbidden` when only others may
   */
  async update(
    id: string,
    input: UpdateCase,
    caller: BackstageCredentials,
  ): Promise<Case> {
    const data = await this.dataOf(input);
    await this.edit({ id, data, revision: input.revision }, caller, ATTEMPTS);
    return this.current(id, caller);
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

  // Nothing that stands in the case decides before the caller's permission was
  // asked, and the command asks. So what was not seen last is sent all the same.
  private async edit(
    change: { id: string; data: CaseData; revision: number },
    caller: BackstageCredentials,
    attempts: number,
  ): Promise<void> {
    const { id, data, revision } = change;
    const stands = await this.parts.cases.numbers(id);
    const seen = stands?.revision === revision;
    const rev = seen ? stands.itemRev : NEVER_SEEN;
    try {
      await this.parts.starter.edit(id.toUpperCase(), rev, data, caller);
    } catch (error) {
      if (seen && attempts > 1 && hasCode(error, 'item-changed')) {
        await this.edit(change, caller, attempts - 1);
        return;
      }
      throw await this.refusal(error, id, caller);
    }
  }

  /** Why a text was not changed, in words of the library. */
  private async refusal(
    error: unknown,
    id: string,
    caller: BackstageCredentials,
  ): Promise<unknown> {
    if (hasCode(error, 'item-not-found')) {
      return new BridgeError('case-not-found', { params: { id } });
    }
    if (hasCode(error, 'item-changed')) {
      const current = await this.current(id, caller);
      const params = { name: current.key };
      return new BridgeError('changed-meanwhile', { params, current });
    }
    if (hasCode(error, 'action-refused')) {
      const current = await this.current(id, caller);
      const params = current.mayEdit ? error.params : NOT_BEING_WRITTEN;
      return new BridgeError('action-refused', { params, current });
    }
    return asCaseError(error);
  }

  /** A case that the caller is known to be allowed to see. */
  private async current(
    id: string,
    caller: BackstageCredentials,
  ): Promise<Case> {
    return this.present(await this.required(id, EVERYTHING), caller);
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

  private async dataOf(input: CreateCase): Promise<CaseData> {
    const { title, language, body } = input;
    const systems = await this.knownSystems(input.systems);
    return { title, system: systems[0], systems, language, body };
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

function hasCode(error: unknown, code: ErrorCode): error is BridgeError {
  return isBridgeError(error) && error.code === code;
}

function userOf(caller: BackstageCredentials): string | undefined {
  return (caller.principal as { userEntityRef?: string }).userEntityRef;
}
