import { Effect, ItemData, JsonSchema } from './definition';
import { Answer, parseExpression, Scope } from './expression';

/** Where an expression stands in a text. @internal */
export const PLACE = /\$\{\{(.*?)\}\}/gs;

/** The expressions in a text such as `Released: ${{ data.title }}`. @internal */
export function expressionsIn(text: string): string[] {
  return [...text.matchAll(PLACE)].map(match => match[1].trim());
}

/** An effect whose templates are filled in, and what went wrong with them. @internal */
export interface FilledEffect {
  with: { [parameter: string]: unknown };
  errors: string[];
}

/**
 * Fills in the templates of an effect. A template that stands alone keeps the
 * type of its value. A parameter that names a missing field is left out.
 *
 * @internal
 */
export function fillEffect(
  data: JsonSchema,
  effect: Effect,
  scope: Scope,
): FilledEffect {
  const errors: string[] = [];
  const answer = (source: string): unknown => {
    const found: Answer = parseExpression(data, source).evaluate(scope);
    if ('value' in found) {
      return found.value;
    }
    if (!found.missing) {
      errors.push(found.error);
    }
    return undefined;
  };
  return { with: fill(effect.with, answer) as ItemData, errors };
}

type Answerer = (source: string) => unknown;

function fill(value: unknown, answer: Answerer): unknown {
  if (typeof value === 'string') {
    return fillText(value, answer);
  }
  if (Array.isArray(value)) {
    return value.map(one => fill(one, answer)).filter(one => one !== undefined);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const filled = Object.entries(value).map(([key, of]) => [
    key,
    fill(of, answer),
  ]);
  return Object.fromEntries(filled.filter(([, of]) => of !== undefined));
}

function fillText(text: string, answer: Answerer): unknown {
  const sources = expressionsIn(text);
  const alone = sources.length === 1 && text.replace(PLACE, '') === '';
  return alone
    ? answer(sources[0])
    : text.replace(PLACE, (_, source) => asText(answer(source.trim())));
}

function asText(value: unknown): string {
  if (value === undefined || value === null) {
    return '';
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
