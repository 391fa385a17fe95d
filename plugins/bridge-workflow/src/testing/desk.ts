import { Choice } from '../definition';
import { StepContext } from '../directory';
import { Ballot, Refusal, Step, WorkItem } from '../item';
import { begin } from '../begin';
import { Command, step } from '../step';
import { improvement } from './improvement';
import { directory, people, SYSTEM } from './people';

/** The workflow of the tests. @internal */
export const definition = improvement();
/** When everything happens that says no other time. @internal */
export const now = '2025-03-01T08:00:00.000Z';
/** What the first form asks for. @internal */
export const numbers = { price: 70_000, danger: 'some', before: 10, goal: 20 };

/** Who acts, and when. @internal */
export function as(actor: string, moment = now): StepContext {
  return { actor, now: moment, directory };
}

/** A step that must not be refused. @internal */
export function done(result: Step | Refusal): Step {
  if (!result.ok) {
    throw new Error(JSON.stringify(result));
  }
  return result;
}

/** A new item of the writer. @internal */
export function created(own: object = {}, workflow = definition): WorkItem {
  const data = { title: 'Shorter way', system: SYSTEM, ...own };
  const start = { key: 'IM-2025-001', version: 3, data };
  return done(begin(workflow, start, as(people.writer))).item;
}

/** An action of a person. @internal */
export function act(
  item: WorkItem,
  actor: string,
  action: string,
  more: { data?: object; comment?: string } = {},
): Step | Refusal {
  const command = { type: 'action', action, ...more } as Command;
  return step(definition, item, command, as(actor));
}

/** An item that waits for its first look. @internal */
export function handedIn(own: object = {}): WorkItem {
  const data = { ...numbers, ...own };
  const item = created({ authors: [people.writer] });
  return done(act(item, people.writer, 'handIn', { data })).item;
}

/** An item on which boards vote. @internal */
export function onBoard(own: object = {}): WorkItem {
  return done(act(handedIn(own), people.lead, 'pass')).item;
}

/** Ballots in the order of their members. @internal */
export function votes(letters: { [person: string]: Choice }): Ballot[] {
  return Object.entries(letters).map(([voter, choice], place) => ({
    voter,
    choice,
    at: `2025-03-01T09:00:0${place}.000Z`,
  }));
}

/** The members of the council: its chair first, the third is recused. @internal */
export const [cora, carl, cleo, chad, otto] = people.members;

/** Closes a board by its ballots. @internal */
export function close(
  item: WorkItem,
  board: string,
  ballots: Ballot[],
  round = 1,
  workflow = definition,
) {
  const closing = { type: 'closeBoard' as const, board, round };
  const command: Command = { ...closing, ballots, ballotsHash: 'h' };
  return step(workflow, item, command, as('system'));
}

/** The types of the lines of a step. @internal */
export const types = ({ lines }: Step) => lines.map(({ type }) => type);
