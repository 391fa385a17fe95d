import {
  begin,
  CarriedBallots,
  Command,
  Directory,
  directoryNeeds,
  DueEffect,
  ItemData,
  JournalLine,
  RoleSubject,
  Step,
  step,
  WorkflowDefinition,
} from '@techbridge/bridge-workflow';
import { fieldError } from '@techbridge/plugin-bridge-common';
import { dayOf } from '../database/dayOf';
import { Write, writeTogether } from '../database/writeTogether';
import { checkNamedItems } from './checkNamedItems';
import { awardLines } from './effects/awardLines';
import { ItemToCreate } from './hooks';
import { carriedRows } from './carriedRows';
import { enteredWith } from './enteredWith';
import { fieldWith } from './fieldWith';
import { blankRecord, unmoved } from './drafts';
import { changeOf } from './itemFacts';
import { Transaction } from './ItemStore';
import { LinkRow } from './UnitStore';
import { keyOf, numberIn, seriesOf } from './keys';
import { SYSTEM_ACTOR } from './PersonStore';
import { Acting, Draft, ItemRecord } from './records';
import { refuseSecond } from './refuseSecond';
import { CollisionError, orThrow } from './refusals';
import { UnitParts } from './UnitParts';
import { Plan, UnitWriter } from './UnitWriter';

// A requirement implements its proposal, a case documents it: what is made is
// the beginning of such a link.
const LEADS_BACK = new Set(['implements', 'documents']);

/** An item that is to be made, and how it is called. @internal */
export interface Beginning extends ItemToCreate {
  /** Without it the next number of the series. */
  key?: string;
  /** Whether only those are to see it who play a part in it. */
  isPrivate?: boolean;
}

/**
 * Everything that one command changes, gathered while the engine decides and
 * written at the end.
 *
 * @internal
 */
export class UnitOfWork {
  private readonly drafts = new Map<number, Draft>();
  private readonly links: LinkRow[] = [];
  private readonly rows: Write[] = [];
  /** What is to be done after the commit. */
  readonly afterwards: (() => Promise<void>)[] = [];
  /** Items that are marked as linked already. */
  private readonly marked = new Map<string, number>();

  constructor(
    private readonly trx: Transaction,
    private readonly parts: UnitParts,
    readonly acting: Acting,
    /** Keys for the items that effects make, in order; for recorded history. */
    private readonly keys: string[],
  ) {}

  /**
   * Reads an item that the command is about.
   *
   * @param how - `hold` makes other commands on it wait; a ballot only looks
   * @returns undefined when there is none
   */
  async load(
    key: string,
    how: 'hold' | 'look' = 'hold',
  ): Promise<ItemRecord | undefined> {
    const { items } = this.parts;
    return how === 'hold'
      ? items.hold(this.trx, key)
      : items.load(this.trx, key);
  }

  /** The item as it stands after what was decided so far. */
  draft(record: ItemRecord): Draft | undefined {
    return this.drafts.get(record.id);
  }

  /** Lets the engine carry out a command on an item. */
  async advance(
    record: ItemRecord,
    command: Command,
    moreData?: ItemData,
  ): Promise<Draft> {
    const draft = await this.open(record, moreData);
    const { definition, directory } = draft;
    const result = orThrow(
      step(definition, draft.item, command, this.context(directory)),
    );
    const { merged: before } = draft.item;
    const data = enteredWith(command, result.item);
    if (data) {
      const named = { data, own: draft.item.key };
      await this.checkNames(definition, named, result.effects);
    }
    draft.item = result.item;
    draft.lines.push(...result.lines);
    draft.timers.push(...result.timers);
    draft.past.push(...result.past);
    await this.keepCarried(draft, result.carried);
    draft.entered ||= result.entered;
    // What a board, a timer or an event sets off is nobody's own item.
    const maker = data ? this.acting.ref : SYSTEM_ACTOR;
    await this.carryOut(draft, result.effects, maker);
    if (draft.item.merged !== before) {
      await this.parts.merges.keep({
        trx: this.trx,
        unit: this,
        draft,
        before,
      });
    }
    return draft;
  }

  /** Adds a line to the journal of an item without changing its state. */
  async note(record: ItemRecord, line: JournalLine): Promise<Draft> {
    const draft = await this.open(record);
    draft.lines.push(line);
    return draft;
  }

  /** Makes an item. */
  async begin(
    beginning: Beginning,
    from: 'form' | 'effect' = 'form',
    maker = this.acting.ref,
  ): Promise<Draft> {
    const { definitions, items } = this.parts;
    const { definition, version } = await definitions.inForce(
      beginning.workflow,
      this.trx,
    );
    const { data, isPrivate } = beginning;
    const subject = { data, createdBy: maker };
    const directory = await this.directory(definition, subject);
    const key = await this.keyFor(definition, beginning.key);
    const context = this.context(directory, maker);
    const result = orThrow(
      begin(definition, { key, version, data, from, isPrivate }, context),
    );
    if (from === 'form') {
      await this.checkNames(definition, { data, own: key }, result.effects);
    }
    const blank = blankRecord(definition, result.item);
    const draft: Draft = {
      ...unmoved({ ...blank, id: 0 }, definition, directory),
      item: result.item,
      lines: result.lines,
      timers: result.timers,
      entered: true,
    };
    const change = changeOf(draft, { now: this.acting.now, linked: false });
    const people = await this.parts.people.ids(this.trx, [maker]);
    const creator = people.get(maker) ?? this.acting.id;
    const id = await items.insert(this.trx, change, creator);
    draft.record = { ...blank, id };
    this.drafts.set(id, draft);
    await this.carryOut(draft, result.effects, maker);
    return draft;
  }

  /**
   * Links an item with another one that stands already.
   *
   * @param field - where the key was named
   * @param fresh - whether it is refused when the two are linked like this
   * @throws BridgeError at that field when there is no such item to be seen
   */
  async link(
    draft: Draft,
    { type, key: named }: { type: string; key: string },
    { field, fresh = false }: { field: string; fresh?: boolean },
  ): Promise<void> {
    const { now, timeZone, sees } = this.acting;
    const key = named.toUpperCase();
    const seen = { filter: sees, today: dayOf(now, timeZone) };
    const to =
      this.marked.get(key) ??
      (await this.parts.items.markLinked(this.trx, key, seen));
    if (to === undefined || to === draft.record.id) {
      throw fieldError(field, 'unknown-item', { value: named });
    }
    this.join(draft.record.id, to, type, fresh ? key : undefined);
    draft.lines.push(linked(type, key, false));
  }

  /** An item as this command works on it. */
  async open(record: ItemRecord, moreData?: ItemData): Promise<Draft> {
    const known = this.drafts.get(record.id);
    if (known) {
      return known;
    }
    const { id, version } = record.item.workflow;
    const definition = await this.parts.definitions.version(
      id,
      version,
      this.trx,
    );
    const directory = await this.directory(
      definition,
      record.item,
      ...(moreData ? [{ ...record.item, data: moreData }] : []),
    );
    const draft = unmoved(record, definition, directory);
    this.drafts.set(record.id, draft);
    return draft;
  }

  /** Works on an item as was decided elsewhere, with what nobody sets off. */
  async adopt(draft: Draft, { carried, effects }: Step): Promise<Draft> {
    this.drafts.set(draft.record.id, draft);
    await this.keepCarried(draft, carried);
    await this.carryOut(draft, effects, SYSTEM_ACTOR);
    return draft;
  }

  /** Adds a row that must not be there yet. */
  add(row: Write): void {
    this.rows.push({ ...row, name: `row ${this.rows.length}` });
  }

  /** Whether links are about to be written, which an answer would read. */
  get isLinking(): boolean {
    return this.links.length > 0;
  }

  /** Decides how the items will stand; nothing may be changed after it. */
  plan(): Plan {
    const writer = new UnitWriter(this.trx, this.acting);
    return writer.plan([...this.drafts.values()], this.links);
  }

  /**
   * Writes everything that was planned.
   *
   * @param more - rows of others, to be written with it
   * @throws CollisionError when somebody changed an item meanwhile
   */
  async write(plan: Plan, more: Write[]): Promise<void> {
    const writes = [...plan.writes, ...this.rows, ...more];
    const counts = await writeTogether(this.trx, writes);
    plan.check(counts);
    if (this.rows.some(({ name = '' }) => counts.get(name) !== 1)) {
      throw new CollisionError('');
    }
    for (const projection of this.parts.projections) {
      await projection.apply(this.trx, plan.rows);
    }
  }

  /** Ballots that count in a new round are kept with it like all others. */
  private async keepCarried(
    draft: Draft,
    carried: CarriedBallots[],
  ): Promise<void> {
    const all = carried.flatMap(({ ballots }) => ballots);
    if (all.length === 0) {
      return;
    }
    const people = all.flatMap(({ voter, castBy }) => [voter, castBy ?? []]);
    const ids = await this.parts.people.ids(this.trx, people.flat());
    draft.carried.push(...carriedRows(draft.record.id, carried, ids));
    draft.ballots = new Map(
      carried.map(({ board, ballots }) => [board, ballots]),
    );
  }

  private async carryOut(
    draft: Draft,
    effects: DueEffect[],
    maker: string,
  ): Promise<void> {
    for (const effect of effects) {
      const local = this.parts.draftEffects.get(effect.use);
      if (local) {
        const beginning = await local.draft(this.trx, effect, draft.item);
        await this.makeFollowUp(draft, { ...beginning, maker }, effect.saveTo);
      } else if (effect.use === 'linkItem') {
        const { key = '', link = 'relatesTo' } = effect.with;
        const wanted = { type: String(link), key: String(key) };
        const field = fieldWith(draft.item.data, key, 'key');
        await this.link(draft, wanted, { field });
      } else if (effect.use === 'awardPoints') {
        draft.lines.push(...awardLines(effect, draft.item.data, maker));
      } else if (!(await this.carryOutHere(effect, maker))) {
        draft.effects.push(effect);
      }
    }
  }

  private async carryOutHere(effect: DueEffect, actor: string) {
    const local = this.parts.localEffects.get(effect.use);
    if (!local || actor === SYSTEM_ACTOR) {
      return false;
    }
    const by = { actor, now: this.acting.now };
    this.afterwards.push(await local.carryOut(this.trx, effect, by));
    return true;
  }

  private async checkNames(
    definition: WorkflowDefinition,
    { data = {}, own }: { data?: ItemData; own: string },
    effects: DueEffect[],
  ): Promise<void> {
    const { definitions } = this.parts;
    const parts = { trx: this.trx, acting: this.acting, definitions };
    const named = { definition, data, own, effects };
    for (const [key, { id }] of await checkNamedItems(parts, named)) {
      this.marked.set(key, id);
    }
  }

  private async makeFollowUp(
    draft: Draft,
    { maker, ...beginning }: ItemToCreate & { maker: string },
    saveTo?: string,
  ): Promise<void> {
    await refuseSecond(this.trx, this.acting, { draft, saveTo });
    const key = this.keys.shift();
    // What comes out of a private item tells of it.
    const isPrivate = draft.item.private;
    const start = { ...beginning, key, isPrivate };
    const made = await this.begin(start, 'effect', maker);
    const type = beginning.link ?? 'relatesTo';
    if (saveTo) {
      const field = saveTo.replace(/^data\./, '');
      const data = { ...draft.item.data, [field]: made.item.key };
      draft.item = { ...draft.item, data };
    }
    const [from, to] = LEADS_BACK.has(type) ? [made, draft] : [draft, made];
    this.join(from.record.id, to.record.id, type);
    from.lines.push(linked(type, to.item.key, false));
    to.lines.push(linked(type, from.item.key, true));
  }

  private join(
    from: number,
    to: number,
    type: string,
    freshWith?: string,
  ): void {
    this.links.push({ from, to, type, at: this.acting.now, freshWith });
  }

  private async keyFor(
    definition: WorkflowDefinition,
    given?: string,
  ): Promise<string> {
    const { now, timeZone } = this.acting;
    const parts = given && numberIn(given, definition.subject);
    if (given && parts) {
      const { series, number } = parts;
      await this.parts.items.raiseNumber(this.trx, series, number);
      return given;
    }
    const series = seriesOf(definition.subject, now, timeZone);
    const number = await this.parts.items.nextNumber(this.trx, series);
    return keyOf(definition.subject, now, timeZone, number);
  }

  private directory(
    definition: WorkflowDefinition,
    ...subjects: RoleSubject[]
  ): Promise<Directory> {
    const needs = directoryNeeds(definition, ...subjects);
    return this.parts.roles.load(this.trx, needs, this.acting.now);
  }

  private context(directory: Directory, actor = this.acting.ref) {
    const { timeZone, now } = this.acting;
    const plant = { timeZone, holidays: this.parts.holidays };
    return { actor, now, directory, plant };
  }
}

function linked(type: string, key: string, inward: boolean): JournalLine {
  return { type: 'linked', payload: { type, key, inward } };
}
