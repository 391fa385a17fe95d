import { Holidays } from '@techbridge/bridge-workflow';
import { DefinitionService } from './DefinitionService';
import {
  DraftEffect,
  LocalEffect,
  MergeHook,
  Projection,
  RoleResolver,
} from './hooks';
import { ItemStore } from './ItemStore';
import { PersonStore } from './PersonStore';

/** What a unit of work is made with. @internal */
export interface UnitParts {
  items: ItemStore;
  people: PersonStore;
  definitions: DefinitionService;
  roles: RoleResolver;
  projections: Projection[];
  draftEffects: Map<string, DraftEffect>;
  merges: MergeHook;
  localEffects: Map<string, LocalEffect>;
  /** Lists of holidays, by id. */
  holidays: ReadonlyMap<string, Holidays>;
}
