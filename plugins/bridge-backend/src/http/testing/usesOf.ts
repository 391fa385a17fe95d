import fc from 'fast-check';
import { AnswerMemory, Shown } from './AnswerMemory';
import { plainWords } from './hostileValues';
import { SchemaValues } from './SchemaValues';

/** What somebody sends who has read what it is about. */
export interface Knowing {
  /** The values of the path. */
  path?: Record<string, unknown>;
  /** Values of the query. */
  query?: Record<string, unknown>;
  body?: unknown;
  caller?: string;
}

/** What is known, and how to fill in the rest. */
export interface Knowledge {
  memory: AnswerMemory;
  values: SchemaValues;
}

/** How to make requests for one operation. */
export type Recipe = (knowledge: Knowledge) => fc.Arbitrary<Knowing>;

/** What a person may do with what they were shown; nothing where they may not. */
export type Uses<T> = (
  value: T,
  knowledge: Knowledge,
  path: Shown['path'],
) => fc.Arbitrary<Knowing>[];

/** A text that is long enough for every reason. */
export const words = plainWords(20, 40).map(text => `x${text}x`);

/** Takes something that was shown and of which use can be made. */
export function usesOf<T>(schema: string, uses: Uses<T>): Recipe {
  return knowledge =>
    fc.tuple(fc.nat(), fc.nat()).chain(([first, second]) => {
      const shown = knowledge.memory.shown(schema);
      for (const place of shown.keys()) {
        const { value, caller, path } = shown[(first + place) % shown.length];
        const ways = uses(value as unknown as T, knowledge, path);
        if (ways.length > 0) {
          const way = ways[second % ways.length];
          return way.map(knowing => ({ caller, ...knowing }));
        }
      }
      return fc.constant({});
    });
}
