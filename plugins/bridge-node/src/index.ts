/**
 * Extension points of Tech Bridge: effects and sources of roles of one's own.
 *
 * @packageDocumentation
 */
export { bridgeEffectsExtensionPoint } from './bridgeEffectsExtensionPoint';
export type {
  BridgeEffectsExtensionPoint,
  EffectHandler,
  EffectToCarryOut,
} from './bridgeEffectsExtensionPoint';
export { bridgeRolesExtensionPoint } from './bridgeRolesExtensionPoint';
export type {
  BridgeRolesExtensionPoint,
  RoleResolver,
} from './bridgeRolesExtensionPoint';
