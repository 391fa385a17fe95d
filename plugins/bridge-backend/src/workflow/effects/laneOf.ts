import { webhookOrigin } from '@techbridge/bridge-workflow';

/**
 * In which lane of the outbox an effect waits: those to one receiver about one
 * item keep their order, and hold up nobody else. Webhooks go to the system at
 * their address; the receiver of all others is what carries them out.
 *
 * @internal
 */
export function laneOf(
  use: string,
  { with: { url }, item }: { with: { url?: unknown }; item: { key: string } },
): string {
  const origin = use === 'webhook' ? webhookOrigin(String(url)) : undefined;
  return [item.key, use, ...(origin ? [origin] : [])].join(' ');
}
