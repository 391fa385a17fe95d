type Fields = { [field: string]: unknown };

/** What an answer was about, and who got it. */
export interface Shown {
  /** The name of its schema, such as `Item`. */
  schema: string;
  /** Who asked for it. */
  caller: string;
  /** The values in the path that led to it. */
  path: Fields;
  value: Fields;
}

/** A list gives away its first rows; more would say the same. */
const ROWS = 4;

/** How many values of one name are kept, and how many things of one kind. */
const KEPT = 40;

/** The longest text that is worth being sent again. */
const LONGEST = 300;

/** Names that many things have: they are told apart by whose they are. */
const COMMON = ['id', 'name'];

/**
 * What answers have shown so far: values by the names of their fields
 * (`rev`, `Workflow.id`, `boards.id`), and the latest state of whole things.
 * Requests made of it reach what made-up values never would.
 */
export class AnswerMemory {
  private readonly values = new Map<string, unknown[]>();
  private readonly things = new Map<string, Map<string, Shown>>();

  /** @param given - values by name that are known beforehand */
  constructor(private readonly given: { [name: string]: unknown[] }) {}

  /** The values of a name that were known beforehand. */
  givenOf(name: string): unknown[] {
    return Object.hasOwn(this.given, name) ? this.given[name] : [];
  }

  /** The values of a name: those, and such as were shown, oldest first. */
  valuesOf(name: string): unknown[] {
    return [...this.givenOf(name), ...(this.values.get(name) ?? [])];
  }

  /** The latest state of every thing of a kind that was shown. */
  shown(schema: string): Shown[] {
    return [...(this.things.get(schema)?.values() ?? [])];
  }

  /** Keeps what an answer says: one thing, or a page of them. */
  learn({ schema, caller, path, value }: Shown, operation: string): void {
    const rows = Array.isArray(value.items) ? value.items : [value];
    for (const row of rows.slice(0, ROWS)) {
      this.keepThing({ schema, caller, path, value: row as Fields });
      this.walk(schema.replace(/Row$/, ''), row);
    }
    this.keepValue(`${operation}.nextCursor`, value.nextCursor);
  }

  private keepThing(thing: Shown): void {
    const { key, id = thing.path.id, name, version } = thing.value;
    const title = [key ?? name ?? id, version].join(' ');
    const ofKind = this.things.get(thing.schema) ?? new Map<string, Shown>();
    this.things.set(thing.schema, ofKind);
    // What was shown last stands last.
    ofKind.delete(title);
    ofKind.set(title, thing);
    const [oldest] = ofKind.keys();
    if (ofKind.size > KEPT) {
      ofKind.delete(oldest);
    }
  }

  private walk(owner: string, value: unknown): void {
    if (Array.isArray(value)) {
      value.slice(0, ROWS).forEach(entry => this.walk(owner, entry));
      return;
    }
    for (const [field, child] of Object.entries(value ?? {})) {
      if (typeof child === 'object') {
        this.walk(field, child);
      } else {
        const name = COMMON.includes(field) ? `${owner}.${field}` : field;
        this.keepValue(name, child);
      }
    }
  }

  private keepValue(name: string, value: unknown): void {
    const isWorthIt =
      typeof value === 'number' ||
      (typeof value === 'string' && value.length <= LONGEST);
    const known = this.values.get(name) ?? [];
    if (isWorthIt && !known.includes(value)) {
      this.values.set(name, [...known, value].slice(-KEPT));
    }
  }
}
