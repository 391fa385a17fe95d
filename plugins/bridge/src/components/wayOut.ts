import type { VacantRole } from '@techbridge/plugin-bridge-common';
import { refOfSystem } from './refOfSystem';

/** Where somebody can be given a role. @internal */
export interface WayOut {
  source: 'group' | 'owner' | 'superUser';
  /** The group or system whose page it is. */
  ref: string;
}

/**
 * Where somebody can be given the first of the roles that lead somewhere.
 *
 * @internal
 */
export function wayOut(roles: VacantRole[]): WayOut | undefined {
  return roles.flatMap(({ source, ref, vanished }): WayOut[] => {
    if (ref === null || vanished) {
      return [];
    }
    switch (source) {
      case 'group':
        return [{ source, ref }];
      case 'owner':
      case 'superUser':
        return [{ source, ref: refOfSystem(ref) }];
      default:
        return [];
    }
  })[0];
}
