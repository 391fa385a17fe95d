import { actionsElsewhere, isAction, Machine, Way } from './machines';

/** What is counted: ways that were gone, and how others were refused. */
export type Kind = 'taken' | 'not in this state' | 'not their part';

/** One line of the table of a machine. */
export interface Line {
  kind: Kind;
  machine: Machine;
  state: string;
  /** A way where it is taken, an action where it is refused. */
  name: string;
}

/** A way that was gone, in the table of what happened. */
export function takenLine(machine: Machine, { from, name }: Way): Line {
  return { kind: 'taken', machine, state: from, name };
}

/** How often each way of the machines was taken, and each other one refused. */
export class Tally {
  private readonly counts = new Map<string, number>();

  /** Notes that something of the table happened. */
  note(line: Line): void {
    const name = nameOf(line);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /** How often something of the table happened. */
  of(line: Line): number {
    return this.counts.get(nameOf(line)) ?? 0;
  }

  /** How often everything of a kind happened, all in all. */
  sum(machine: Machine, kind: Kind): number {
    return linesOf(machine)
      .filter(line => line.kind === kind)
      .reduce((sum, line) => sum + this.of(line), 0);
  }

  /** What happened less often than it should have. */
  short(machine: Machine, least: number): Line[] {
    return linesOf(machine).filter(line => this.of(line) < least);
  }
}

/** How a line is called in a message. */
export function nameOf({ kind, machine, state, name }: Line): string {
  return `${machine.name} ${state} ${name}: ${kind}`;
}

/** The whole table of a machine: what can be done, and what must be refused. */
function linesOf(machine: Machine): Line[] {
  const taken = machine.ways.map(({ from, name }) => ({
    ...{ kind: 'taken' as const, machine, state: from, name },
  }));
  const strangers = machine.ways.filter(isAction).map(({ from, name }) => ({
    ...{ kind: 'not their part' as const, machine, state: from, name },
  }));
  const elsewhere = machine.states.flatMap(state =>
    actionsElsewhere(machine, state).map(name => ({
      ...{ kind: 'not in this state' as const, machine, state, name },
    })),
  );
  return [...taken, ...strangers, ...elsewhere];
}
