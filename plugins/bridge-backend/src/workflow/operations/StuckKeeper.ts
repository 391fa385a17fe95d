import { Clock } from '../../database/Clock';
import { DefinitionService } from '../DefinitionService';
import { SYSTEM_ACTOR } from '../PersonStore';
import { OutboxRow } from '../UnitStore';
import { noticeKey, OperationsStore, UntoldRow } from './OperationsStore';
import { StuckFinder } from './StuckFinder';
import { vacantRoles } from './vacantRoles';

const ITEMS_AT_ONCE = 100;

/**
 * Has the owner of a workflow told of items on which nobody can act, each once
 * in the state that it is in. What is to be told waits in the outbox like every
 * other effect, so that it is told also after a crash, and by one replica only.
 *
 * @internal
 */
export class StuckKeeper {
  constructor(
    private readonly parts: {
      store: OperationsStore;
      finder: StuckFinder;
      definitions: DefinitionService;
      clock: Clock;
      /** While history is carried out, who acts is of another day. */
      isPaused: () => Promise<boolean>;
      /** Lets a worker look at what is due. */
      wake: () => void;
    },
  ) {}

  /** Looks at all open items; what is beyond a hundred waits for the next time. */
  async run(): Promise<void> {
    const { store, finder, clock, isPaused, wake } = this.parts;
    const where = (await isPaused()) ? undefined : await finder.surely();
    const items = where ? await store.untold(where, ITEMS_AT_ONCE) : [];
    if (items.length === 0) {
      return;
    }
    const at = await clock.moment();
    const rows = await Promise.all(items.map(item => this.notice(item, at)));
    await store.tell(rows);
    wake();
  }

  private async notice(row: UntoldRow, at: string): Promise<OutboxRow> {
    const { id, key, title, workflow, version, state, data } = row;
    const { definitions } = this.parts;
    const definition = await definitions.version(workflow, version);
    const roles = vacantRoles(definition, state, JSON.parse(data));
    const effect = {
      with: { roles: roles.map(({ label }) => label) },
      item: { id, key, title, workflow },
      actor: SYSTEM_ACTOR,
    };
    return { dedupeKey: noticeKey(row), use: 'tellStuck', effect, at };
  }
}
