import { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Who reads; another plugin of the platform is nobody. @internal */
export function readerOf({ principal }: BackstageCredentials): string {
  const { userEntityRef } = principal as { userEntityRef?: string };
  return userEntityRef ?? '';
}
