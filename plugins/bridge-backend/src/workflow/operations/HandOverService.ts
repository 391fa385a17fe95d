import {
  fieldError,
  operationsManagePermission,
} from '@techbridge/plugin-bridge-common';
import { HandOverInput } from '@techbridge/bridge-workflow';
import { Authorizer } from '../../permissions/Authorizer';
import { ItemCondition } from '../../permissions/itemRules';
import { checkReferences } from '../checkReferences';
import { ReferenceChecker } from '../hooks';
import { CommandCaller, ItemCommandService } from '../ItemCommandService';
import { CommandAnswer } from '../KeptAnswers';

/**
 * Hands items of people who have left to others, for those who look after the
 * bridge.
 *
 * @internal
 */
export class HandOverService {
  constructor(
    private readonly parts: {
      commands: ItemCommandService;
      authorizer: Authorizer<ItemCondition>;
      references: ReferenceChecker;
    },
  ) {}

  /**
   * Lets somebody take over what an item wants of a person who has left.
   *
   * @throws BridgeError `invalid-input` where nobody knows who is to take over,
   *   or the catalog still knows the other one
   */
  async handOver(
    key: string,
    input: HandOverInput,
    caller: CommandCaller,
  ): Promise<CommandAnswer> {
    const { commands, authorizer, references } = this.parts;
    await authorizer.require(operationsManagePermission, caller.credentials);
    const { from, to } = input;
    await checkReferences(references, { to }, '');
    if ((await references.unknown([from])).length === 0) {
      throw fieldError('from', 'has-not-left', { value: from });
    }
    return commands.change(
      key,
      caller,
      ['handOver', key, input],
      ({ unit }, record) =>
        unit.advance(record, { type: 'handOver', ...input }),
    );
  }
}
