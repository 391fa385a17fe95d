import { Readable } from 'stream';
import {
  ReadTreeResponseFactory,
  urlReaderFactoriesServiceRef,
} from '@backstage/backend-defaults/urlReader';
import {
  AuthService,
  coreServices,
  createServiceFactory,
  DiscoveryService,
  UrlReaderService,
  UrlReaderServiceReadTreeOptions,
  UrlReaderServiceReadTreeResponse,
  UrlReaderServiceReadUrlResponse,
  UrlReaderServiceSearchResponse,
} from '@backstage/backend-plugin-api';
import {
  NotFoundError,
  NotImplementedError,
  NotModifiedError,
  ResponseError,
} from '@backstage/errors';
import { caseIdOf } from './caseIdOf';
import { parseCaseDocuments } from './parseCaseDocuments';

/** What the reader works with. @internal */
export interface CaseUrlReaderParts {
  appBaseUrl: string | undefined;
  auth: AuthService;
  discovery: DiscoveryService;
  treeResponseFactory: ReadTreeResponseFactory;
}

/**
 * Reads the documents of a case from the bridge, under the address of the
 * case's page in the app, so that "view source" leads a reader to that page.
 *
 * @internal
 */
export class CaseUrlReader implements UrlReaderService {
  constructor(private readonly parts: CaseUrlReaderParts) {}

  /** Whether an address is that of a case. */
  reads(url: URL): boolean {
    return caseIdOf(url.href, this.parts.appBaseUrl) !== undefined;
  }

  async readTree(
    url: string,
    options: UrlReaderServiceReadTreeOptions = {},
  ): Promise<UrlReaderServiceReadTreeResponse> {
    const { etag, files } = parseCaseDocuments(
      await this.ask(url, options.etag),
    );
    const tree = await this.parts.treeResponseFactory.fromReadableArray(
      files.map(({ path, content }) => ({
        path,
        data: Readable.from(content),
      })),
    );
    // A tree made from an array has none, and TechDocs would build at every visit.
    return Object.assign(tree, { etag });
  }

  async readUrl(): Promise<UrlReaderServiceReadUrlResponse> {
    throw new NotImplementedError('A case is read as a whole');
  }

  async search(): Promise<UrlReaderServiceSearchResponse> {
    throw new NotImplementedError('Cases are not searched by their address');
  }

  toString(): string {
    return 'bridge{cases}';
  }

  private async ask(url: string, etag: string | undefined): Promise<unknown> {
    const id = caseIdOf(url, this.parts.appBaseUrl);
    const baseUrl = await this.parts.discovery.getBaseUrl('bridge');
    const response = await fetch(`${baseUrl}/cases/${id}/documents`, {
      headers: {
        authorization: `Bearer ${await this.token()}`,
        ...(etag && { 'if-none-match': `"${etag}"` }),
        // Without it fetch adds `no-cache`, and Express never answers 304.
        'cache-control': 'max-age=0',
      },
    });
    if (response.status === 304) {
      throw new NotModifiedError();
    }
    if (response.status === 404) {
      throw new NotFoundError(`There is no published case ${id}`);
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }

  // TechDocs builds without the reader, so the service itself asks.
  private async token(): Promise<string> {
    const { auth } = this.parts;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'bridge',
    });
    return token;
  }
}

/**
 * Gives the reader of cases to TechDocs alone: any other plugin would let its
 * users read with the rights of the service.
 *
 * @internal
 */
export const caseUrlReaderFactory = createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: {
    auth: coreServices.auth,
    discovery: coreServices.discovery,
    plugin: coreServices.pluginMetadata,
  },
  async factory({ auth, discovery, plugin }) {
    if (plugin.getId() !== 'techdocs') {
      return () => [];
    }
    return ({ config, treeResponseFactory }) => {
      const appBaseUrl = config.getOptionalString('app.baseUrl');
      const reader = new CaseUrlReader({
        appBaseUrl,
        auth,
        discovery,
        treeResponseFactory,
      });
      return [{ predicate: url => reader.reads(url), reader }];
    };
  },
});
