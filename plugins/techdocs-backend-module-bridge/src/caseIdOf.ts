const CASE_ID = /^[a-z\d][a-z\d-]*$/i;

/**
 * The id of the case whose page stands at an address, such as `kc-014` of
 * `https://app.example.com/cases/kc-014`; nothing for any other address.
 *
 * @internal
 */
export function caseIdOf(
  address: string,
  appBaseUrl: string | undefined,
): string | undefined {
  if (!appBaseUrl || !URL.canParse(address)) {
    return undefined;
  }
  const url = new URL(address);
  const base = new URL(appBaseUrl);
  const folder = `${base.pathname.replace(/\/$/, '')}/cases/`;
  if (url.origin !== base.origin || !url.pathname.startsWith(folder)) {
    return undefined;
  }
  const id = url.pathname.slice(folder.length);
  return CASE_ID.test(id) ? id : undefined;
}
