import { Effect, WorkflowDefinition } from '../definition';
import { EFFECTS, LATER_EFFECTS, LINKS } from '../effects';
import { Finding } from '../problems';
import { expressionsIn } from '../template';
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
    return wrongParameters(definition, effect).map(parameter => ({
      rule: 'effect-parameter',
      path: [...path, ...(parameter === 'saveTo' ? [] : ['with']), parameter],
      parameters: {
        effect: effect.use,
        parameter,
        known: parametersOf(effect.use).join(', ') || '–',
      },
    }));
  });
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
