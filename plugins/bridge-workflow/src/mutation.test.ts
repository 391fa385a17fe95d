import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { compile, runScenarios } from './index';
import { HOLIDAY_LISTS, shippedFile } from './testing/shippedFile';

const holidayLists = HOLIDAY_LISTS;

type Node = { [key: string]: unknown } | unknown[];

/** A place in a file: the part that holds it, and its key there. */
interface Place {
  holder: Node;
  key: string | number;
  value: unknown;
}

function readShipped(name: string): Node {
  return parse(shippedFile(name));
}

const FILES = {
  feedback: readShipped('feedback'),
  proposal: readShipped('proposal'),
  requirement: readShipped('requirement'),
  'case-review': readShipped('case-review'),
  'risk-report': readShipped('risk-report'),
  crisis: readShipped('crisis'),
};

function placesIn(holder: Node): Place[] {
  const entries: [string | number, unknown][] = Array.isArray(holder)
    ? [...holder.entries()]
    : Object.entries(holder);
  return entries.flatMap(([key, value]) => [
    { holder, key, value },
    ...(typeof value === 'object' && value !== null
      ? placesIn(value as Node)
      : []),
  ]);
}

function set({ holder, key }: Place, value: unknown) {
  (holder as { [key: string | number]: unknown })[key] = value;
}

function remove({ holder, key }: Place) {
  if (Array.isArray(holder)) {
    holder.splice(Number(key), 1);
  } else {
    delete holder[key];
  }
}

/** What a hasty hand does to a file. */
const MUTATIONS: { [name: string]: (place: Place, other: Place) => void } = {
  leftOut: remove,
  misspelt: place =>
    set(place, typeof place.value === 'string' ? `${place.value}x` : 'x'),
  takenFromElsewhere: (place, other) => set(place, other.value),
  exchanged: (place, other) => {
    set(place, other.value);
    set(other, place.value);
  },
  emptied: place => set(place, Array.isArray(place.value) ? [] : ''),
  larger: place =>
    set(place, typeof place.value === 'number' ? place.value * 10 + 1 : 11),
  renamed: place => {
    if (!Array.isArray(place.holder)) {
      remove(place);
      place.holder[`${place.key}2`] = place.value;
    }
  },
  doubled: ({ holder, value }) => {
    if (Array.isArray(holder)) {
      holder.push(value);
    }
  },
};

const anyMutant = fc.record({
  file: fc.constantFrom(...Object.keys(FILES)) as fc.Arbitrary<
    keyof typeof FILES
  >,
  mutation: fc.constantFrom(...Object.keys(MUTATIONS)),
  place: fc.nat(),
  other: fc.nat(),
});

type Mutant = typeof anyMutant extends fc.Arbitrary<infer T> ? T : never;

function mutated({ file, mutation, place, other }: Mutant): string {
  const copy = structuredClone(FILES[file]);
  const places = placesIn(copy);
  const at = (number: number) => places[number % places.length];
  MUTATIONS[mutation](at(place), at(other));
  return stringify(copy);
}

describe('a shipped definition that somebody has changed by chance', () => {
  const results = { caught: 0, sound: 0 };
  const rules = new Set<string>();

  it('is refused in both languages, or passes all its scenarios', () => {
    const property = fc.property(anyMutant, mutant => {
      // Where a part ends up inside itself there is no such file.
      let yaml: string;
      try {
        yaml = mutated(mutant);
      } catch {
        return;
      }
      const { definition, problems } = compile(yaml, { holidayLists });
      const errors = problems.filter(({ severity }) => severity === 'error');
      expect(errors.length > 0).toBe(definition === undefined);
      for (const { message, remedy, line } of errors) {
        const texts = [message.en, message.zh, remedy.en, remedy.zh];
        expect(texts.join()).not.toMatch(/undefined|\[object/);
        expect(texts.every(text => text.trim() !== '')).toBe(true);
        expect(line).toBeGreaterThanOrEqual(1);
      }
      const played = definition ? runScenarios(definition) : [];
      expect(played.filter(({ ok }) => !ok)).toEqual([]);
      results[definition ? 'sound' : 'caught'] += 1;
      errors.forEach(({ rule }) => rules.add(rule));
    });
    fc.assert(property, { numRuns: 200 });
  });

  it('is mostly caught, by many rules', () => {
    expect(results.caught).toBeGreaterThan(60);
    expect(results.sound).toBeGreaterThan(5);
    expect(rules.size).toBeGreaterThan(12);
  });
});
