import { endpoints } from '@techbridge/plugin-bridge-common';
import { defineRoute, RouteContext } from '../../http/defineRoute';
import { FollowService } from './FollowService';
import { PrivacyService } from '../PrivacyService';
import { sender } from '../../http/sender';
import { MergeService } from './MergeService';

/** The services behind supporting, watching and merging items. @internal */
export interface FollowingServices {
  follows: FollowService;
  merges: MergeService;
  privacy: PrivacyService;
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
