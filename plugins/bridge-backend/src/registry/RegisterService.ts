import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  AppointmentInput,
  BridgeError,
  CreateSystem,
  fieldError,
  superUserAppointPermission,
  systemCreatePermission,
  systemDeletePermission,
  systemUpdatePermission,
  UpdateSystem,
} from '@techbridge/plugin-bridge-common';
import { DateTime } from 'luxon';
import { Clock } from '../database/Clock';
import { Authorizer } from '../permissions/Authorizer';
import { SystemCondition, SystemFilter } from '../permissions/rules';
import { AnswerKeeper, KeptAnswer, ToldAnswer } from './AnswerKeeper';
import { Appointer } from './Appointer';
import { CatalogGateway, displayName } from './CatalogGateway';
import { RegisterStore, Transaction } from './RegisterStore';
import { SystemFacts, SystemRecord } from './rows';
import { SystemService, SystemVersion } from './SystemService';
import { SystemStore } from './SystemStore';

/** What the register works with. @internal */
export interface RegisterParts {
  register: RegisterStore;
  appointer: Appointer;
  systems: SystemStore;
  reader: SystemService;
  authorizer: Authorizer<SystemCondition>;
  catalog: CatalogGateway;
  clock: Clock;
  answers: AnswerKeeper;
  /** Says that the catalog projection changed; must not throw. */
  announce: () => Promise<void>;
  /** Says that others may answer for a system; must not throw. */
  responsibleChanged: (system: string) => Promise<void>;
}

interface Command {
  trx: Transaction;
  change: number;
  now: DateTime;
  today: string;
}

/**
 * Registers systems and appoints super users: one command, one transaction.
 *
 * @internal
 */
export class RegisterService {
  constructor(private readonly parts: RegisterParts) {}

  /**
   * Registers a system; sent again under one key, it answers the same again.
   *
   * @throws BridgeError `system-exists` when the name is taken
   */
  async create(
    input: CreateSystem,
    caller: BackstageCredentials,
    idempotencyKey?: string,
  ): Promise<ToldAnswer & { etag?: string }> {
    const { authorizer, answers } = this.parts;
    await authorizer.require(systemCreatePermission, caller);
    const kept =
      idempotencyKey === undefined
        ? undefined
        : await answers.of({
            person: actorOf(caller),
            idempotencyKey,
            input: ['createSystem', input],
          });
    try {
      return await this.register(input, kept);
    } catch (error) {
      const told = await kept?.find();
      if (told) {
        return told;
      }
      throw error;
    }
  }

  /**
   * Changes a registered system.
   *
   * @param ifMatch - the revision that the change starts from, if told
   * @throws BridgeError `changed-meanwhile` with the current state
   */
  async update(
    name: string,
    input: UpdateSystem,
    ifMatch: string | undefined,
    caller: BackstageCredentials,
  ): Promise<SystemVersion> {
    const filter = await this.filter(systemUpdatePermission, caller);
    const [group] = await this.parts.catalog.find([input.it]);
    refuseUnknown(group, 'it', 'unknown-group', input.it);
    return this.command(name, async command => {
      const before = await this.owned(command, name, filter);
      this.refuseStale(before, ifMatch, command.now);
      const facts: SystemFacts = { ...input, name, source: 'bridge' };
      await this.parts.register.updateSystem(command.trx, facts);
      await this.finish(command, facts);
    });
  }

  /** Takes a registered system, and with it its appointments, out. */
  async remove(name: string, caller: BackstageCredentials): Promise<void> {
    const { register } = this.parts;
    const filter = await this.filter(systemDeletePermission, caller);
    await this.run(async command => {
      await this.owned(command, name, filter);
      const at = isoOf(command.now);
      for (const one of await register.appointmentsOf(command.trx, name)) {
        await this.end(command, name, one, caller);
      }
      await register.removeSystem(command.trx, name, at);
      await register.noteChange(command.trx, name, command.change);
    });
    await this.tell(name);
  }

  /**
   * Appoints a person, or changes their one appointment in the system.
   *
   * @throws BridgeError `second-lead` or `second-backup` when somebody else
   * holds that role in the same days
   */
  async appoint(
    name: string,
    user: string,
    input: AppointmentInput,
    caller: BackstageCredentials,
  ): Promise<SystemVersion> {
    const filter = await this.filter(superUserAppointPermission, caller);
    const person = await this.knownPerson(user, input);
    const { appointer } = this.parts;
    return this.command(name, async command => {
      const facts = await this.required(command, name, filter);
      const { actor, at } = this.entry(command, name, caller);
      const wanted = { facts, user, name: person, terms: input, actor, at };
      await appointer.appoint(command.trx, wanted, command.change);
    });
  }

  /** Ends an appointment at once. */
  async endAppointment(
    name: string,
    user: string,
    caller: BackstageCredentials,
  ): Promise<SystemVersion> {
    const filter = await this.filter(superUserAppointPermission, caller);
    return this.command(name, async command => {
      const facts = await this.required(command, name, filter);
      const all = await this.parts.register.appointmentsOf(command.trx, name);
      const one = all.find(appointment => appointment.user === user);
      if (!one) {
        throw new BridgeError('appointment-not-found', {
          params: { name, user },
        });
      }
      await this.end(command, name, one, caller);
      await this.finish(command, facts);
    });
  }

  private async register(input: CreateSystem, kept?: KeptAnswer) {
    const { catalog, register } = this.parts;
    const { name } = input;
    const [group, taken] = await catalog.find([
      input.it,
      `system:default/${name}`,
    ]);
    refuseUnknown(group, 'it', 'unknown-group', input.it);
    const answer = await this.run(async command => {
      const before = await this.load(command, name, 'all');
      if (taken || before) {
        throw new BridgeError('system-exists', { params: { name } });
      }
      const facts: SystemFacts = { ...input, source: 'bridge' };
      await register.insertSystem(command.trx, facts);
      await this.finish(command, facts);
      const { system, revision } = await this.version(command, name);
      const told = { status: 201, text: JSON.stringify(system) };
      await kept?.keep(command.trx, told, isoOf(command.now));
      return { ...told, etag: revision };
    });
    await this.tell(name);
    return answer;
  }

  private async version(command: Command, name: string) {
    const record = await this.required(command, name, 'all');
    return this.parts.reader.version(record, command.now);
  }

  private async filter(
    permission: ResourcePermission,
    caller: BackstageCredentials,
  ): Promise<SystemFilter> {
    return this.parts.authorizer.filterFor(permission, caller);
  }

  private async run<T>(work: (command: Command) => Promise<T>): Promise<T> {
    const now = await this.parts.clock.now();
    const today = now.toISODate() ?? '';
    return this.parts.register.inTransaction((trx, change) =>
      work({ trx, change, now, today }),
    );
  }

  /** Runs a command on one system and answers its new state. */
  private async command(
    name: string,
    work: (command: Command) => Promise<void>,
  ): Promise<SystemVersion> {
    const version = await this.run(async command => {
      await work(command);
      return this.version(command, name);
    });
    await this.tell(name);
    return version;
  }

  // After the commit: whoever hears of it reads what was written.
  private async tell(name: string): Promise<void> {
    await this.parts.announce();
    await this.parts.responsibleChanged(name);
  }

  private load({ trx, today }: Command, name: string, filter: SystemFilter) {
    return this.parts.systems.get(name, filter, today, trx);
  }

  private async required(
    command: Command,
    name: string,
    filter: SystemFilter,
  ): Promise<SystemRecord> {
    const record = await this.load(command, name, filter);
    if (record) {
      return record;
    }
    const hidden = filter !== 'all' && (await this.load(command, name, 'all'));
    throw hidden
      ? new BridgeError('not-allowed')
      : new BridgeError('system-not-found', { params: { name } });
  }

  private async owned(command: Command, name: string, filter: SystemFilter) {
    const record = await this.required(command, name, filter);
    if (record.source === 'catalog') {
      throw new BridgeError('managed-elsewhere', { params: { name } });
    }
    return record;
  }

  private refuseStale(
    record: SystemRecord,
    ifMatch: string | undefined,
    now: DateTime,
  ): void {
    const { system, revision } = this.parts.reader.version(record, now);
    if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== revision) {
      throw new BridgeError('changed-meanwhile', {
        params: { name: record.name },
        current: system,
      });
    }
  }

  private async knownPerson(
    user: string,
    input: AppointmentInput,
  ): Promise<string> {
    const refs = [user, input.department];
    const [person, department] = await this.parts.catalog.find(refs);
    refuseUnknown(person, 'user', 'unknown-person', user);
    refuseUnknown(department, 'department', 'unknown-group', input.department);
    return person ? displayName(person) : user;
  }

  private entry(
    { now }: Command,
    system: string,
    caller: BackstageCredentials,
  ) {
    const at = isoOf(now);
    return { system, actor: actorOf(caller), at };
  }

  private async end(
    command: Command,
    system: string,
    one: { personId: number; user: string },
    caller: BackstageCredentials,
  ): Promise<void> {
    const { register } = this.parts;
    const { personId, ...terms } = one;
    await register.deleteAppointment(command.trx, system, personId);
    await register.addHistory(command.trx, {
      ...this.entry(command, system, caller),
      personId,
      type: 'ended',
      terms,
    });
  }

  private async finish(command: Command, facts: SystemFacts): Promise<void> {
    const { register } = this.parts;
    await register.reindex(command.trx, facts);
    await register.noteChange(command.trx, facts.name, command.change);
  }
}

function isoOf(moment: DateTime): string {
  return moment.toUTC().toISO() ?? '';
}

function actorOf(caller: BackstageCredentials): string {
  const principal = caller.principal as {
    userEntityRef?: string;
    subject?: string;
  };
  return principal.userEntityRef ?? principal.subject ?? 'system';
}

function refuseUnknown(
  entity: unknown,
  field: string,
  code: 'unknown-person' | 'unknown-group',
  value: string,
): void {
  if (!entity) {
    throw fieldError(field, code, { value });
  }
}
