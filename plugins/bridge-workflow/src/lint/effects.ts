import { Effect, WorkflowDefinition } from '../definition';
import { EFFECTS, IMMEDIATE, LATER_EFFECTS, LINKS } from '../effects';
import { Finding, Path } from '../problems';
import { expressionsIn, PLACE } from '../template';
import { webhookOrigin } from '../webhookOrigin';
import type { CompileOptions } from './CompileOptions';
import { effectsOf, fieldsOf, has } from './traverse';

function effects(definition: WorkflowDefinition): Finding[] {
  return effectsOf(definition).flatMap(({ effect, path }): Finding[] => {
    if (LATER_EFFECTS.includes(effect.use)) {
      return [];
    }
    if (!has(EFFECTS, effect.use)) {
      const known = Object.keys(EFFECTS).join(', ');
      const parameters = { effect: effect.use, known };
      return [{ rule: 'effect-unknown', path: [...path, 'use'], parameters }];
    }
    return [
      ...wrongParameters(definition, effect).map(
        (parameter): Finding => ({
          rule: 'effect-parameter',
          path: [
            ...path,
            ...(parameter === 'saveTo' ? [] : ['with']),
            parameter,
          ],
          parameters: {
            effect: effect.use,
            parameter,
            known: parametersOf(effect.use).join(', ') || '–',
          },
        }),
      ),
      ...sequels(definition, effect, path),
    ];
  });
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

function parametersOf(use: string): string[] {
  const { required, optional } = EFFECTS[use];
  return [...required, ...optional];
}

function wrongParameters(
  definition: WorkflowDefinition,
  effect: Effect,
): string[] {
  const given = Object.keys(effect.with);
  const { required, answers } = EFFECTS[effect.use];
  const saved = effect.saveTo?.slice('data.'.length);
  const kept =
    saved === undefined || (answers && has(fieldsOf(definition), saved));
  return [
    ...required.filter(parameter => !given.includes(parameter)),
    ...given.filter(one => !parametersOf(effect.use).includes(one)),
    ...given.filter(one => isWrong(definition, one, effect.with[one])),
    ...(kept ? [] : ['saveTo']),
  ];
}

function isWrong(
  definition: WorkflowDefinition,
  parameter: string,
  value: unknown,
): boolean {
  if (parameter === 'link') {
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
    ['voters', 'assignees', 'conditionOwners'].includes(name) ||
    expressionsIn(name).length > 0 ||
    name.startsWith('user:')
  );
}

/** The rules about effects. @internal */
export const effectRules = [effects];

/** The rule about effects that needs to know the surroundings. @internal */
export const webhookRule = webhooks;
