import type { SuperUser, System } from '@techbridge/plugin-bridge-common';

/** Both roles and the members of a system, ready to be shown. @internal */
export interface Owners {
  lead?: SuperUser;
  backup?: SuperUser;
  members: SuperUser[];
  /** Whom to ask at this moment. */
  now?: SuperUser;
}

/** Sorts the business owners of a system by what they are. @internal */
export function ownersOf({ owners, askNow }: System): Owners {
  const { business } = owners;
  return {
    lead: business.find(({ role }) => role === 'lead'),
    backup: business.find(({ role }) => role === 'backup'),
    members: business.filter(({ role }) => role === 'member'),
    now: business.find(({ user }) => user === askNow[0]),
  };
}
