import {
  EFFECTS,
  JsonSchema,
  parameterSchemaProblem,
} from '@techbridge/bridge-workflow';
import {
  BridgeEffectsExtensionPoint,
  BridgeRolesExtensionPoint,
  EffectHandler,
  RoleResolver,
} from '@techbridge/plugin-bridge-node';

const NAME = /^[a-zA-Z][a-zA-Z0-9]{0,39}$/;

/** Effects that the bridge sets off itself; no file names them. */
const INNER = ['emptyBoard', 'tellLinked', 'tellWatchers'];

/**
 * What modules of other people add: effects, and sources of roles. It is
 * complete before the plugin starts.
 *
 * @internal
 */
export class Extensions
  implements BridgeEffectsExtensionPoint, BridgeRolesExtensionPoint
{
  readonly effects: EffectHandler[] = [];
  readonly roleSources: RoleResolver[] = [];

  /** Adds an effect. */
  addEffect(handler: EffectHandler): void {
    const names = [...EFFECTS, ...this.effects].map(({ use }) => use);
    refuse('effect', handler.use, handler.schema, [...names, ...INNER]);
    this.effects.push(handler);
  }

  /** Adds a source of roles. */
  addRoleSource(resolver: RoleResolver): void {
    const names = this.roleSources.map(({ source }) => source);
    refuse('role source', resolver.source, resolver.schema, names);
    this.roleSources.push(resolver);
  }
}

function refuse(
  what: string,
  name: string,
  schema: JsonSchema,
  taken: string[],
): void {
  if (!NAME.test(name)) {
    throw new Error(
      `“${name}” is no name of ${what}. Begin with a letter, and take letters and digits, at most 40.`,
    );
  }
  if (taken.includes(name)) {
    throw new Error(
      `There is a ${what} “${name}” already. Give yours another name.`,
    );
  }
  const problem = parameterSchemaProblem(schema);
  if (problem !== undefined) {
    throw new Error(
      `The schema of the ${what} “${name}” is no JSON Schema of an object: ${problem}.`,
    );
  }
}
