import { ExportedFile } from './itemExport';

/**
 * The file that an answer brings, by the name that the answer gives it.
 *
 * @internal
 */
export async function fileOf(
  response: Response,
  otherwise: string,
): Promise<ExportedFile> {
  const said = response.headers.get('content-disposition') ?? '';
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(said) ?? [];
  return {
    name: encoded ? decodeURIComponent(encoded) : otherwise,
    content: await response.blob(),
  };
}
