import { checkParameters } from '@techbridge/bridge-workflow';
import { EffectHandler as OwnHandler } from '@techbridge/plugin-bridge-node';
import { EffectHandler, OutboxEffect } from '../workflow';
import { withPatience } from './withPatience';

// Other effects wait behind this one, and its lease is a minute.
const PATIENCE_MS = 30_000;

/**
 * Carries out the effect of a module like one of ours. What its templates have
 * become is checked once more by its schema.
 *
 * @internal
 */
export class OwnEffect implements EffectHandler {
  readonly use: string;

  constructor(private readonly handler: OwnHandler) {
    this.use = handler.use;
  }

  /** Throws what the module throws; the outbox tries it again. */
  async handle(effect: OutboxEffect): Promise<string | void> {
    const { schema } = this.handler;
    const [wrong] = checkParameters(schema, effect.with);
    if (wrong) {
      const parameter = ['with', ...wrong.path].join('.');
      throw new Error(`${parameter} of ${this.use} is ${wrong.problem}`);
    }
    const { dedupeKey, actor, attempts, recorded, item } = effect;
    const { key, title, workflow } = item;
    return withPatience(
      () =>
        this.handler.handle({
          ...{ dedupeKey, actor, attempts, recorded },
          with: effect.with,
          item: { key, title, workflow },
        }),
      PATIENCE_MS,
    );
  }
}
