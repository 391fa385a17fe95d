import { AuthenticationError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';
import { userRefSchema } from '@techbridge/plugin-bridge-common';

/** Believes the header `x-persona: user:default/<name>`. */
export const personaAuthenticator = createProxyAuthenticator({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize: () => undefined,
  async authenticate({ req }) {
    const persona = userRefSchema.safeParse(req.header('x-persona'));
    if (!persona.success) {
      throw new AuthenticationError(
        'Send the header x-persona: user:default/<name> of a person in the catalog.',
      );
    }
    return { result: { userRef: persona.data } };
  },
});
