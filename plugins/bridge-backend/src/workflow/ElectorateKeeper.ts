import { LoggerService } from '@backstage/backend-plugin-api';
import { isMisseated } from '@techbridge/bridge-workflow';
import { isOutage } from '../database/isOutage';
import { BoardCloser } from './BoardCloser';
import { CommandRunner, CommandScope } from './CommandRunner';
import { DefinitionService } from './DefinitionService';
import { DirectoryReader } from './hooks';
import { needsOfAll } from './needsOfAll';
import { SYSTEM_ACTOR } from './PersonStore';
import { Draft, ItemRecord } from './records';

/**
 * Lets open boards follow the catalog: whoever has left the role votes no more
 * and is not waited for. Nobody's command, and noted in the journal.
 *
 * @internal
 */
export class ElectorateKeeper {
  constructor(
    private readonly parts: {
      runner: CommandRunner;
      closer: BoardCloser;
      definitions: DefinitionService;
      directories: DirectoryReader;
      logger: LoggerService;
    },
  ) {}

  /** Looks at items; those without an open board are left alone. */
  async follow(records: ItemRecord[], now: string): Promise<void> {
    const voting = records.filter(({ item }) =>
      item.boards.some(({ status }) => status === 'open'),
    );
    for (const record of await this.misseated(voting, now)) {
      await this.reseat(record.item.key);
    }
  }

  private async misseated(
    records: ItemRecord[],
    now: string,
  ): Promise<ItemRecord[]> {
    if (records.length === 0) {
      return [];
    }
    const { definitions, directories } = this.parts;
    const all = await Promise.all(
      records.map(async record => {
        const { id, version } = record.item.workflow;
        return { record, definition: await definitions.version(id, version) };
      }),
    );
    const needs = needsOfAll(
      all.map(({ record, definition }) => ({
        ...{ definition, item: record.item },
      })),
    );
    const directory = await directories.read(needs, now);
    const context = { actor: SYSTEM_ACTOR, now, directory };
    return all
      .filter(({ record, definition }) =>
        isMisseated(definition, record.item, context),
      )
      .map(({ record }) => record);
  }

  // One item that cannot follow must not keep the others from it. While the
  // database is away none can, and whoever asked looks at all of them again.
  private async reseat(key: string): Promise<void> {
    const { runner, closer, logger } = this.parts;
    const request = {
      ...{ person: SYSTEM_ACTOR, input: ['reseat', key] },
      ...{ status: 200 as const, unanswered: true as const },
    };
    try {
      await runner.run(request, scope => this.reseatIn(scope, key));
    } catch (error) {
      if (isOutage(error)) {
        throw error;
      }
      logger.warn(`The boards of ${key} follow the catalog later: ${error}`);
      return;
    }
    await closer.settleOrLog(key);
  }

  private async reseatIn(scope: CommandScope, key: string): Promise<Draft> {
    await this.parts.closer.hold(scope, key);
    const record = await scope.unit.load(key);
    if (!record) {
      throw new Error('there is no such item any more');
    }
    return scope.unit.advance(record, { type: 'reseat' });
  }
}
