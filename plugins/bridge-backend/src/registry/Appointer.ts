import {
  AppointmentInput,
  BridgeError,
  fieldError,
} from '@techbridge/plugin-bridge-common';
import { rivalOf } from './model';
import { RegisterStore, Transaction } from './RegisterStore';
import { SystemFacts } from './rows';

/** An appointment that is to be made. @internal */
export interface WantedAppointment {
  facts: SystemFacts;
  user: string;
  /** What the person is called. */
  name: string;
  terms: AppointmentInput;
  actor: string;
  at: string;
  /** The effect of the outbox that asks for it. */
  cause?: string;
}

/**
 * Appoints people by the rules of the register, whoever asks for it.
 *
 * @internal
 */
export class Appointer {
  constructor(private readonly register: RegisterStore) {}

  /**
   * Appoints a person, or changes their one appointment in the system, and has
   * the catalog show it.
   *
   * @param change - the number of the change
   * @throws BridgeError `second-lead` or `second-backup` when somebody else
   * holds that role in the same days
   */
  async appoint(
    trx: Transaction,
    { facts, user, name, terms, actor, at, cause }: WantedAppointment,
    change: number,
  ): Promise<void> {
    const { register } = this;
    const system = facts.name;
    refuseUnknownModules(terms, facts);
    const others = await register.appointmentsOf(trx, system);
    refuseRival(user, terms, others);
    const personId = await register.rememberPerson(trx, user, name);
    await register.putAppointment(trx, system, personId, terms);
    const known = others.some(other => other.user === user);
    const type = known ? 'changed' : 'appointed';
    const entry = { system, actor, at, personId, type, terms, cause } as const;
    await register.addHistory(trx, entry);
    await register.reindex(trx, facts);
    await register.noteChange(trx, system, change);
  }
}

function refuseUnknownModules(input: AppointmentInput, facts: SystemFacts) {
  const known = facts.modules.map(({ id }) => id);
  const unknown = input.modules.find(id => !known.includes(id));
  if (unknown !== undefined) {
    const params = { value: unknown, values: known.join(', ') || '–' };
    throw fieldError('modules', 'unknown-module', params);
  }
}

function refuseRival(
  user: string,
  input: AppointmentInput,
  others: Parameters<typeof rivalOf>[2],
): void {
  const rival = rivalOf(user, input, others);
  if (rival) {
    const { from, until } = rival;
    throw new BridgeError(
      input.role === 'lead' ? 'second-lead' : 'second-backup',
      { params: { user: rival.user, from, until } },
    );
  }
}
