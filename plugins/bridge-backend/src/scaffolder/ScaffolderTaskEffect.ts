import { EffectHandler, OutboxEffect } from '../workflow';
import { ScaffolderGateway } from './ScaffolderGateway';

/**
 * Starts a task of the scaffolder and answers with its id. The scaffolder knows
 * no key that makes a request the same, so the values carry one, and a second
 * try looks for it first.
 *
 * @internal
 */
export class ScaffolderTaskEffect implements EffectHandler {
  readonly use = 'scaffolderTask';

  constructor(private readonly scaffolder: ScaffolderGateway) {}

  /** @throws Error when there is no scaffolder, or it refuses the values */
  async handle(effect: OutboxEffect): Promise<string | void> {
    const { dedupeKey, attempts, recorded, with: wish } = effect;
    if (recorded) {
      return undefined;
    }
    const started =
      attempts > 1 ? await this.scaffolder.taskWith(dedupeKey) : undefined;
    return (
      started ??
      this.scaffolder.start(
        String(wish.template),
        { ...(wish.values as object | undefined) },
        dedupeKey,
      )
    );
  }
}
