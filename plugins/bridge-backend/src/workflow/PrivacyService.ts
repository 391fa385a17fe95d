import { PrivacyInput } from '@techbridge/plugin-bridge-common';
import { CommandCaller, ItemCommandService } from './ItemCommandService';
import { CommandAnswer } from './KeptAnswers';
import { StaleItemError } from './refusals';

/**
 * Opens private items up to everybody, and keeps items to those who play a part
 * in them. Who may do so, and of which workflows, the engine decides.
 *
 * @internal
 */
export class PrivacyService {
  constructor(private readonly parts: { commands: ItemCommandService }) {}

  /** Changes who sees an item. */
  set(
    key: string,
    { private: isPrivate, rev }: PrivacyInput,
    caller: CommandCaller,
  ): Promise<CommandAnswer> {
    return this.parts.commands.change(
      key,
      caller,
      ['privacy', key, isPrivate, rev],
      ({ unit }, record) => {
        if (record.rev !== rev) {
          throw new StaleItemError(key);
        }
        return unit.advance(record, { type: 'visibility', private: isPrivate });
      },
    );
  }
}
