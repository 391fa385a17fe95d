/**
 * Where a webhook would be sent to, as `https://host`.
 *
 * @returns undefined for what is no address of the web, or carries a password
 * @public
 */
export function webhookOrigin(url: string): string | undefined {
  try {
    const { protocol, origin, username, password } = new URL(url);
    const isWeb = protocol === 'https:' || protocol === 'http:';
    return isWeb && !username && !password ? origin : undefined;
  } catch {
    return undefined;
  }
}
