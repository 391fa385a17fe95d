import { checkParameters } from '../checkParameters';
import { Effect, WorkflowDefinition } from '../definition';
import { EffectKind, EFFECTS, IMMEDIATE, LINKS } from '../effects';
import { Finding, Path } from '../problems';
import { expressionsIn, PLACE } from '../template';
import { webhookOrigin } from '../webhookOrigin';
import type { CompileOptions } from './CompileOptions';
import { effectsOf, fieldsOf, has } from './traverse';

const RECIPIENTS = ['voters', 'assignees', 'conditionOwners'];

const VALUES: { [parameter: string]: string[] } = {
  to: ['role:…', ...RECIPIENTS, 'user:default/…'],
  link: LINKS,
};

function effects(
  definition: WorkflowDefinition,
  { effects: own = [] }: CompileOptions,
): Finding[] {
  const kinds = [...EFFECTS, ...own];
  return effectsOf(definition).flatMap(({ effect, path }): Finding[] => {
    const kind = kinds.find(({ use }) => use === effect.use);
    if (!kind) {
      const known = kinds.map(({ use }) => use).join(', ');
      const parameters = { effect: effect.use, known };
      return [{ rule: 'effect-unknown', path: [...path, 'use'], parameters }];
    }
    return [
      ...wrongParameters(definition, effect, kind).map(
        (place): Finding => ({
          rule: 'effect-parameter',
          path: [...path, ...place],
          parameters: {
            effect: effect.use,
            parameter: String(place.at(-1)),
            known: accepted(kind, effect, place),
          },
        }),
      ),
      ...sequels(definition, effect, path),
      ...unconfirmed(effect, path),
    ];
  });
}

/** What helps where a parameter is wrong: its values, or the parameters there are. */
function accepted({ schema }: EffectKind, { use }: Effect, place: Path) {
  const isOurs = EFFECTS.some(kind => kind.use === use);
  const values = place.length === 2 && isOurs && VALUES[place[1]];
  const given = values || Object.keys(schema.properties ?? {});
  return given.join(', ') || '–';
}

/** Points need somebody who confirms them: a timer or a vote is nobody. */
function unconfirmed({ use }: Effect, path: Path): Finding[] {
  const [, , , word] = path;
  return use === 'awardPoints' &&
    ['timers', 'events', 'outcomes'].includes(String(word))
    ? [{ rule: 'award-unconfirmed', path: [...path, 'use'] }]
    : [];
}

/** What follows on an effect must be heard, and must be able to follow. */
function sequels(
  definition: WorkflowDefinition,
  { use, onDone, onFail }: Effect,
  path: Path,
): Finding[] {
  const heard = Object.values(definition.states).flatMap(({ events }) =>
    Object.keys(events),
  );
  return Object.entries({ onDone, onFail }).flatMap(
    ([word, sequel]): Finding[] => {
      const event = sequel?.event;
      if (sequel && IMMEDIATE.includes(use)) {
        const parameters = { effect: use, word };
        return [{ rule: 'effect-sequel', path: [...path, word], parameters }];
      }
      return event !== undefined && !heard.includes(event)
        ? [
            {
              rule: 'event-unheard',
              path: [...path, word, 'event'],
              parameters: { event },
            },
          ]
        : [];
    },
  );
}

/**
 * Nothing is sent anywhere but where an administrator allows it. The address is
 * looked at as it stands: what a template fills in cannot be the host.
 */
function webhooks(
  definition: WorkflowDefinition,
  { webhookOrigins }: CompileOptions,
): Finding[] {
  return effectsOf(definition)
    .filter(({ effect }) => effect.use === 'webhook')
    .filter(({ effect }) => !isAllowed(effect.with.url, webhookOrigins))
    .map(({ effect, path }) => ({
      rule: 'webhook-origin',
      path: [...path, 'with', 'url'],
      parameters: {
        url: String(effect.with.url),
        known: webhookOrigins?.join(', ') || '–',
      },
    }));
}

function isAllowed(url: unknown, origins?: string[]): boolean {
  const origin = webhookOrigin(String(url).replace(PLACE, 'x'));
  return origin !== undefined && (origins?.includes(origin) ?? true);
}

/** The places below the effect. */
function wrongParameters(
  definition: WorkflowDefinition,
  effect: Effect,
  { schema, answers }: EffectKind,
): Path[] {
  const saved = effect.saveTo?.slice('data.'.length);
  const kept =
    saved === undefined || (answers && has(fieldsOf(definition), saved));
  const isTemplate = (text: string) => expressionsIn(text).length > 0;
  const places: Path[] = checkParameters(schema, effect.with, isTemplate).map(
    ({ path }) => path,
  );
  const wrong = Object.keys(effect.with)
    .filter(one => isWrong(definition, effect, one))
    .map(one => [one]);
  const all = new Map(
    [...places, ...wrong].map(place => [place.join('.'), place]),
  );
  return [
    ...[...all.values()].map(place => ['with', ...place]),
    ...(kept ? [] : [['saveTo']]),
  ];
}

// What an effect of somebody else's means by these words is theirs to say.
function isWrong(
  definition: WorkflowDefinition,
  effect: Effect,
  parameter: string,
): boolean {
  const value = effect.with[parameter];
  if (!EFFECTS.some(({ use }) => use === effect.use)) {
    return false;
  }
  if (parameter === 'link' && effect.use !== 'notify') {
    return !LINKS.includes(String(value));
  }
  if (parameter === 'to') {
    return [value].flat().some(one => !isRecipient(definition, one));
  }
  return false;
}

function isRecipient({ roles }: WorkflowDefinition, to: unknown): boolean {
  const name = String(to);
  if (name.startsWith('role:')) {
    return has(roles, name.slice('role:'.length));
  }
  return (
    RECIPIENTS.includes(name) ||
    expressionsIn(name).length > 0 ||
    name.startsWith('user:')
  );
}

/** The rules about effects; they need to know the surroundings. @internal */
export const effectRules = [effects, webhooks];
