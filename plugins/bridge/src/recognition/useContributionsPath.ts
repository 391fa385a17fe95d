import { useRouteRef } from '@backstage/core-plugin-api';
import { contributionsRouteRef } from '../routes';

const USUAL = 'user:default/';

/** Where the points of a person are explained. @internal */
export function useContributionsPath(): (userRef: string) => string {
  const pathOf = useRouteRef(contributionsRouteRef);
  return ref =>
    pathOf({
      user: encodeURIComponent(
        ref.startsWith(USUAL) ? ref.slice(USUAL.length) : ref,
      ),
    });
}

/** The person that an address names, as an entity reference. @internal */
export function userInPath(parameter: string): string {
  return parameter.includes(':') ? parameter : USUAL + parameter;
}
