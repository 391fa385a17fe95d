import { endpoints } from '@techbridge/plugin-bridge-common';
import { Caller, defineRoute, RouteContext } from '../../http/defineRoute';
import { userRefOf } from '../../http/userRefOf';
import { FollowService } from './FollowService';
import { PrivacyService } from '../PrivacyService';
import { MergeService } from './MergeService';

/** The services behind supporting, watching and merging items. @internal */
export interface FollowingServices {
  follows: FollowService;
  merges: MergeService;
  privacy: PrivacyService;
}

function sender(input: { caller: Caller; idempotencyKey?: string }) {
  const { caller, idempotencyKey } = input;
  return { person: userRefOf(caller), credentials: caller, idempotencyKey };
}

/** Adds the routes of supporting, watching and merging items. @internal */
export function addFollowingRoutes(
  everybody: RouteContext,
  { follows, merges, privacy }: FollowingServices,
): void {
  const context: RouteContext = { ...everybody, allow: ['user'] };
  defineRoute(context, endpoints.supportItem, async input =>
    follows.support(input.params.key, input.body, sender(input)),
  );
  defineRoute(context, endpoints.watchItem, async input =>
    follows.watch(input.params.key, input.body, sender(input)),
  );
  defineRoute(context, endpoints.setItemPrivacy, async input =>
    privacy.set(input.params.key, input.body, sender(input)),
  );
  defineRoute(context, endpoints.mergeItem, async input =>
    merges.merge(input.params.key, input.body, sender(input)),
  );
  defineRoute(context, endpoints.unmergeItem, async input =>
    merges.unmerge(input.params.key, input.body, sender(input)),
  );
}
