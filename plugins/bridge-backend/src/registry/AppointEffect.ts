import {
  appointmentInputSchema,
  fieldError,
  parseInput,
} from '@techbridge/plugin-bridge-common';
import { DateTime } from 'luxon';
import { Clock } from '../database/Clock';
import { dayOf } from '../database/dayOf';
import {
  DueEffect,
  EffectHandler,
  LocalEffect,
  OutboxEffect,
} from '../workflow';
import { Appointer, WantedAppointment } from './Appointer';
import { CatalogGateway, displayName } from './CatalogGateway';
import { RegisterStore, Transaction } from './RegisterStore';
import { SystemStore } from './SystemStore';

/** What appointing by a workflow works with. @internal */
export interface AppointParts {
  register: RegisterStore;
  systems: SystemStore;
  appointer: Appointer;
  catalog: CatalogGateway;
  clock: Clock;
  /** Says that the catalog projection changed; must not throw. */
  announce: () => Promise<void>;
  /** Says that others may answer for a system; must not throw. */
  responsibleChanged: (system: string) => Promise<void>;
}

type Wish = Pick<DueEffect, 'with'>;

/**
 * Appoints a super user as a workflow says: with the step of a person, by whose
 * hand it is done, or after a vote or a timer, by nobody's.
 *
 * @internal
 */
export class AppointEffect implements LocalEffect, EffectHandler {
  readonly use = 'appoint';

  constructor(private readonly parts: AppointParts) {}

  /** Refused by the rules of the register, it refuses the step. */
  async carryOut(
    trx: Transaction,
    effect: Wish,
    by: { actor: string; now: string },
  ): Promise<() => Promise<void>> {
    const { register, appointer } = this.parts;
    const wanted = await this.read(trx, effect, by);
    await appointer.appoint(trx, wanted, await register.nextChange(trx));
    return () => this.tell(wanted.facts.name);
  }

  /**
   * Refused by the rules of the register, it is tried again, and given up. One
   * that has been carried out, and whose worker died before it could say so,
   * appoints nobody again: what people have changed since stays.
   */
  async handle(effect: OutboxEffect): Promise<void> {
    const { register, appointer, clock } = this.parts;
    const { actor, dedupeKey: cause } = effect;
    const by = { actor, now: await clock.moment() };
    await register.inTransaction(async (trx, change) => {
      if (!(await register.isCarriedOut(trx, cause))) {
        const wanted = await this.read(trx, effect, by);
        await appointer.appoint(trx, { ...wanted, cause }, change);
      }
    });
    await this.tell(nameOf(effect.with.system));
  }

  // After the commit: whoever hears of it reads what was written.
  private async tell(system: string): Promise<void> {
    await this.parts.announce();
    await this.parts.responsibleChanged(system);
  }

  private async read(
    trx: Transaction,
    { with: wish }: Wish,
    { actor, now: at }: { actor: string; now: string },
  ): Promise<WantedAppointment> {
    const { register, systems, catalog, clock } = this.parts;
    const { system, user: named, ...given } = wish;
    const today = dayOf(at, clock.timeZone);
    const user = String(named).toLowerCase();
    const facts = await systems.get(nameOf(system), 'all', today, trx);
    if (!facts) {
      throw fieldError('system', 'unknown-system', { value: String(system) });
    }
    const department = await register.departmentOf(trx, user);
    const from = typeof given.from === 'string' ? given.from : today;
    const own = { from, until: yearFrom(from) };
    const terms = parseInput(appointmentInputSchema, {
      ...{ ...own, ...(department && { department }), ...given },
    });
    const [person, group] = await catalog.find([user, terms.department]);
    if (!person || !user.startsWith('user:')) {
      throw fieldError('user', 'unknown-person', { value: user });
    }
    if (!group) {
      const value = terms.department;
      throw fieldError('department', 'unknown-group', { value });
    }
    return { facts, user, name: displayName(person), terms, actor, at };
  }
}

function nameOf(system: unknown): string {
  const ref = String(system).toLowerCase();
  return ref.slice(ref.lastIndexOf('/') + 1);
}

/** A year, both days included. */
function yearFrom(day: string): string {
  const end = DateTime.fromISO(day, { zone: 'utc' }).plus({ years: 1 });
  return end.minus({ days: 1 }).toISODate() ?? day;
}
