import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { EffectKind } from '@techbridge/bridge-workflow';

/** An effect that a work item has set off. @public */
export interface EffectToCarryOut {
  /** The same for every attempt; a receiver drops what it knows already. */
  dedupeKey: string;
  /** The parameters, with their templates filled in. */
  with: { [parameter: string]: unknown };
  item: { key: string; title: string; workflow: string };
  /** Who took the step: a person's reference, or `system`. */
  actor: string;
  /** How often it was taken to be tried, this time included. */
  attempts: number;
  /** Whether it is history that is carried out, of which nobody is to hear. */
  recorded: boolean;
}

/**
 * Carries out an effect after the step that has set it off, at least once. When
 * it throws it is tried again, with growing pauses; it never undoes the step.
 * The next one of its kind on the same item waits for it.
 *
 * @public
 */
export interface EffectHandler extends EffectKind {
  /** What it answers is kept where the workflow says `saveTo`. */
  handle(effect: EffectToCarryOut): Promise<string | void>;
}

/** Takes effects of one's own. @public */
export interface BridgeEffectsExtensionPoint {
  /**
   * Adds an effect.
   *
   * @throws Error when there is an effect of that name, or the schema is none
   */
  addEffect(handler: EffectHandler): void;
}

/** Where a backend module adds effects. @public */
export const bridgeEffectsExtensionPoint =
  createExtensionPoint<BridgeEffectsExtensionPoint>({ id: 'bridge.effects' });
