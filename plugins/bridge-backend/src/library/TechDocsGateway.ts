import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';

// Other effects wait behind this one, and its lease is a minute.
const PATIENCE_MS = 30_000;

/**
 * Talks with TechDocs.
 *
 * @internal
 */
export class TechDocsGateway {
  constructor(
    private readonly auth: AuthService,
    private readonly discovery: DiscoveryService,
  ) {}

  /**
   * Has the pages of a case built, so that the first reader finds them, and
   * search does.
   *
   * @throws Error when they could not be built, for example because the
   * catalog does not show the case yet
   */
  async prebuild(id: string): Promise<void> {
    const baseUrl = await this.discovery.getBaseUrl('techdocs');
    const { token } = await this.auth.getPluginRequestToken({
      onBehalfOf: await this.auth.getOwnServiceCredentials(),
      targetPluginId: 'techdocs',
    });
    const response = await fetch(`${baseUrl}/sync/default/resource/${id}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    // The answer is a stream of events that has begun before the work ends.
    const problem = /^event: error\ndata: (.*)$/m.exec(await response.text());
    if (problem) {
      throw new Error(`TechDocs could not build it: ${problem[1]}`);
    }
  }
}
