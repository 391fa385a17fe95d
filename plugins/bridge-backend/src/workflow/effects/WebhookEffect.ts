import { webhookOrigin } from '@techbridge/bridge-workflow';
import { createHmac } from 'crypto';
import { EffectHandler, OutboxEffect } from '../hooks';

const PATIENCE_MS = 10_000;

/** Where webhooks may be sent to, and the secret that signs them. @internal */
export type WebhookSecrets = ReadonlyMap<string, string>;

/**
 * Sends what happened to another system: as JSON, signed, to addresses that an
 * administrator has allowed and nowhere else. Redirections are not followed. The
 * receiver tells what it knows already by the `Idempotency-Key`.
 *
 * The signature is `sha256=<hex>`, an HMAC with the secret of that address over
 * `<X-TechBridge-Timestamp>.<body>`.
 *
 * @internal
 */
export class WebhookEffect implements EffectHandler {
  readonly use = 'webhook';

  constructor(private readonly parts: { secrets: WebhookSecrets }) {}

  async handle(effect: OutboxEffect): Promise<void> {
    if (effect.recorded) {
      return;
    }
    const url = String(effect.with.url);
    const secret = this.parts.secrets.get(webhookOrigin(url) ?? '');
    if (secret === undefined) {
      throw new Error(`bridge.webhooks does not allow ${url}`);
    }
    const body = bodyOf(effect);
    const response = await fetch(url, {
      method: 'POST',
      headers: headersOf(effect, body, secret),
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    // What it says is of no interest, and may be long.
    await response.body?.cancel();
    if (!response.ok) {
      throw new Error(`${new URL(url).host} answered ${response.status}`);
    }
  }
}

function bodyOf({ item, actor, at, with: { body = {} } }: OutboxEffect) {
  const { key, title, workflow } = item;
  return JSON.stringify({ item: { key, title, workflow }, actor, at, body });
}

function headersOf(
  { dedupeKey, at }: OutboxEffect,
  body: string,
  secret: string,
): Record<string, string> {
  const signed = createHmac('sha256', secret).update(`${at}.${body}`);
  return {
    'content-type': 'application/json',
    'idempotency-key': dedupeKey,
    'x-techbridge-timestamp': at,
    'x-techbridge-signature': `sha256=${signed.digest('hex')}`,
  };
}
