import { endpoints } from '@techbridge/plugin-bridge-common';
import { Caller, defineRoute, RouteContext } from '../../http/defineRoute';
import { sender } from '../../http/sender';
import { AttachmentReader, AttachmentService } from './AttachmentService';

function readerOf(caller: Caller): AttachmentReader {
  const { principal } = caller;
  const person =
    principal.type === 'user' ? principal.userEntityRef : undefined;
  return { credentials: caller, person };
}

/** Adds the routes of files on work items. @internal */
export function addAttachmentRoutes(
  context: RouteContext,
  attachments: AttachmentService,
): void {
  const people: RouteContext = { ...context, allow: ['user'] };
  defineRoute(context, endpoints.listAttachments, async input => {
    const { params, caller } = input;
    const items = await attachments.list(params.key, readerOf(caller));
    return { body: { items, total: items.length, nextCursor: null } };
  });
  defineRoute(context, endpoints.getAttachment, async input => {
    const { params, query, caller } = input;
    const reader = readerOf(caller);
    return { file: await attachments.file(params, query.size, reader) };
  });
  defineRoute(people, endpoints.attachToItem, async input => {
    const file = { ...input.query, ...input.body };
    return attachments.attach(input.params.key, file, sender(input));
  });
  defineRoute(people, endpoints.removeAttachment, async input =>
    attachments.remove(input.params, sender(input)),
  );
}
