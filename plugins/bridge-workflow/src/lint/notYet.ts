import { LATER_EFFECTS } from '../effects';
import { Finding, Path } from '../problems';

/** A word of the language that this version refuses. */
interface Later {
  /** Where it stands; `*` stands for any name or number. */
  at: string;
  /** Which of its values are meant; any where nothing is said. */
  only?: (value: unknown) => boolean;
  instead?: { en: string; zh: string };
}

const LATER: Later[] = [
  {
    at: 'spec.migrations',
    only: value => Array.isArray(value) && value.length > 0,
    instead: {
      en: 'Items in flight keep their version.',
      zh: '进行中的单据沿用原版本。',
    },
  },
  ...effectPlaces().flatMap(at => [
    {
      at: `${at}.use`,
      only: (value: unknown) => LATER_EFFECTS.includes(String(value)),
    },
  ]),
];

function effectPlaces(): string[] {
  const ways = ['actions.*', 'events.*', 'choose.*', 'outcomes.*'];
  const lists = [
    'onEnter',
    'timers.*.do',
    'timers.*.fire.effects',
    'events.*.do',
    ...ways.map(way => `${way}.effects`),
  ];
  return [
    ...lists.map(list => `spec.states.*.${list}.*`),
    'spec.global.*.effects.*',
  ];
}

/**
 * The words of a file that belong to the language and are not carried out yet.
 * They are refused, because a rule that is read and not kept is worse than
 * one that cannot be written.
 *
 * @internal
 */
export function notYet(file: unknown): Finding[] {
  return LATER.flatMap(({ at, only = () => true, instead }) =>
    placesAt(file, at.split('.'), [])
      .filter(({ value }) => value !== undefined && only(value))
      .map(
        ({ path, value }): Finding => ({
          rule: 'not-yet',
          path,
          parameters: {
            word: wordAt(path, value),
            instead: instead?.en ?? '',
            insteadZh: instead?.zh ?? '',
          },
        }),
      ),
  );
}

function wordAt(path: Path, value: unknown): string {
  const key = path.at(-1);
  if (typeof value !== 'string') {
    return String(key);
  }
  return typeof key === 'string' ? `${key}: ${value}` : value;
}

function placesAt(
  value: unknown,
  pattern: string[],
  path: Path,
): { value: unknown; path: Path }[] {
  const [word, ...rest] = pattern;
  if (word === undefined) {
    return [{ value, path }];
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const keys = word === '*' ? Object.keys(value) : [word];
  return keys
    .filter(key => Object.hasOwn(value, key))
    .flatMap(key => {
      const name = Array.isArray(value) ? Number(key) : key;
      const child = (value as { [key: string]: unknown })[key];
      return placesAt(child, rest, [...path, name]);
    });
}
