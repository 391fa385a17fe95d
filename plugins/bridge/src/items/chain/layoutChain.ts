import type { Chain, ItemRow } from '@techbridge/plugin-bridge-common';

/** What stands at a height of a column: an item, or a line that passes. @internal */
export interface ChainSlot {
  /** The item; nothing where a line passes by. */
  item?: ItemRow;
  /** The middle, from the top of the picture. */
  y: number;
}

/** Items of the same kind below each other. @internal */
export interface ChainColumn {
  workflow: string;
  slots: ChainSlot[];
}

/** A line from one column to the next. @internal */
export interface ChainLine {
  from: number;
  to: number;
  /** Whether it ends at an item. */
  arrow: boolean;
}

/** A chain as a picture, in pixels. @internal */
export interface ChainLayout {
  columns: ChainColumn[];
  /** `gaps[n]` lies between the columns n and n + 1. */
  gaps: ChainLine[][];
  height: number;
}

/** The height of an item in the picture. @internal */
export const NODE_HEIGHT = 96;

const PASS_HEIGHT = 12;
const SPACE = 12;

/** The kinds of items in the order in which one leads to the next. */
const KINDS = [
  'RiskReport',
  'Feedback',
  'MajorIncident',
  'Proposal',
  'Requirement',
  'Case',
];

interface Slot extends ChainSlot {
  /** The key of the item, or of the line that passes. */
  id: string;
}

interface Way {
  /** The ids of the slots that the line runs through. */
  slots: string[];
}

/**
 * Lays out what hangs together: a column for each kind, lines from left to
 * right whichever way the link was made, and a gap in the columns between for
 * a line that runs past them.
 *
 * @param kindOf - the kind of the items of a workflow
 * @internal
 */
export function layoutChain(
  chain: Chain,
  kindOf: (workflow: string) => string | undefined,
): ChainLayout {
  const columns = columnsOf(chain, kindOf);
  const ways = waysOf(chain, columns);
  order(columns, ways);
  const height = Math.max(0, ...columns.map(({ slots }) => heightOf(slots)));
  columns.forEach(({ slots }) => place(slots, height));
  return { columns, gaps: gapsOf(columns, ways), height };
}

interface Column extends ChainColumn {
  slots: Slot[];
}

function columnsOf(
  { nodes }: Chain,
  kindOf: (workflow: string) => string | undefined,
): Column[] {
  const rankOf = (workflow: string) => {
    const rank = KINDS.indexOf(kindOf(workflow) ?? '');
    return rank < 0 ? KINDS.length : rank;
  };
  const workflows = [...new Set(nodes.map(({ workflow }) => workflow.id))];
  return workflows
    .sort((a, b) => rankOf(a) - rankOf(b) || a.localeCompare(b, 'en'))
    .map(workflow => ({
      workflow,
      slots: nodes
        .filter(node => node.workflow.id === workflow)
        .sort((a, b) => a.key.localeCompare(b.key, 'en'))
        .map(item => ({ id: item.key, item, y: 0 })),
    }));
}

/** The lines, with a slot in every column that they pass. */
function waysOf(chain: Chain, columns: Column[]): Way[] {
  const columnOf = (key: string) =>
    columns.findIndex(({ slots }) => slots.some(({ id }) => id === key));
  const drawn = new Set<string>();
  return chain.edges.flatMap(({ from, to }): Way[] => {
    const ends = [from, to].sort((a, b) => columnOf(a) - columnOf(b));
    const [first, last] = ends.map(columnOf);
    const pair = ends.join(' ');
    if (first < 0 || first === last || drawn.has(pair)) {
      return [];
    }
    drawn.add(pair);
    const between = columns.slice(first + 1, last);
    const passes = between.map((column, index) => {
      const id = `${pair} ${index}`;
      column.slots.push({ id, y: 0 });
      return id;
    });
    return [{ slots: [ends[0], ...passes, ends[1]] }];
  });
}

/** Puts every slot near the middle of those that lead to it. */
function order(columns: Column[], ways: Way[]) {
  columns.slice(1).forEach((column, index) => {
    const before = columns[index].slots.map(({ id }) => id);
    const wishOf = ({ id }: Slot) => {
      const places = ways
        .flatMap(({ slots }) => {
          const at = slots.indexOf(id);
          return at > 0 ? [before.indexOf(slots[at - 1])] : [];
        })
        .filter(at => at >= 0);
      return places.length === 0
        ? before.length
        : places.reduce((sum, at) => sum + at, 0) / places.length;
    };
    const wishes = new Map(column.slots.map(slot => [slot.id, wishOf(slot)]));
    // A line that passes stays out of the way of the items: below them.
    column.slots.sort(
      (a, b) =>
        Number(!a.item) - Number(!b.item) ||
        (wishes.get(a.id) ?? 0) - (wishes.get(b.id) ?? 0),
    );
  });
}

function sizeOf({ item }: ChainSlot): number {
  return item ? NODE_HEIGHT : PASS_HEIGHT;
}

function heightOf(slots: ChainSlot[]): number {
  const sizes = slots.reduce((sum, slot) => sum + sizeOf(slot), 0);
  return sizes + SPACE * Math.max(0, slots.length - 1);
}

/** Spreads the slots around the middle of the picture. */
function place(slots: ChainSlot[], height: number) {
  let top = (height - heightOf(slots)) / 2;
  for (const slot of slots) {
    slot.y = top + sizeOf(slot) / 2;
    top += sizeOf(slot) + SPACE;
  }
}

function gapsOf(columns: Column[], ways: Way[]): ChainLine[][] {
  return columns.slice(0, -1).map((column, index) => {
    const left = new Map(column.slots.map(slot => [slot.id, slot]));
    const right = new Map(
      columns[index + 1].slots.map(slot => [slot.id, slot]),
    );
    return ways.flatMap(({ slots }) =>
      slots.flatMap((id, at): ChainLine[] => {
        const from = left.get(id);
        const to = right.get(slots[at + 1] ?? '');
        return from && to
          ? [{ from: from.y, to: to.y, arrow: Boolean(to.item) }]
          : [];
      }),
    );
  });
}
