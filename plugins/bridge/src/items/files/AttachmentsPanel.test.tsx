import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type {
  Attachment,
  Item,
  JournalEntry,
} from '@techbridge/plugin-bridge-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, pageOf, refusal } from '../../testing/fakeBridge';
import { aFeedback, aJournal, itemsOf } from '../../testing/itemSamples';
import { Reader, renderPage } from '../../testing/renderPage';

const server = setupServer();
const FILES = '/items/FB-0405/attachments';

function aFile(changes: Partial<Attachment> = {}): Attachment {
  return {
    ...{ id: 3, name: 'dock.jpg', type: 'image/jpeg', size: 240_000 },
    ...{ sha256: '0', at: '2025-12-30T01:00:00.000Z', mayRemove: false },
    by: { ref: 'user:default/tang.ting', name: '唐婷 Tang Ting' },
    ...changes,
  };
}

const report = aFile({
  ...{ id: 5, name: '点检表.xlsx', type: 'application/xlsx' },
  ...{ size: 2_300_000, mayRemove: true },
});

/** A page with files that the bridge keeps. */
function show(item: Item, files: Attachment[], reader: Reader = {}) {
  const kept = [...files];
  const headers = { 'content-type': 'image/jpeg' };
  server.use(
    http.get(at(FILES), () => HttpResponse.json(pageOf(kept))),
    http.get(at(`${FILES}/:id`), ({ request }) => {
      const size = new URL(request.url).searchParams.get('size') ?? 'full';
      return new HttpResponse(size, { headers });
    }),
    ...itemsOf(item),
    ...bridgeOf(),
  );
  renderPage(`/items/${item.key}`, reader);
  return kept;
}

const drawn = (content: string) => `data:image/jpeg;base64,${btoa(content)}`;
const panel = (name: string) => screen.findByRole('region', { name });
const text = (name: string, content = 'x') =>
  new File([content], name, { type: 'text/plain' });

/** A browser that cannot read the pictures of some cameras. */
class UnreadPicture {
  onerror?: () => void;

  set src(_: string) {
    this.onerror?.();
  }
}

function drop(area: HTMLElement, files: File[]) {
  fireEvent.drop(area, { dataTransfer: { files } });
}

describe('AttachmentsPanel', () => {
  registerMswTestHooks(server);
  afterEach(() => {
    localStorage.clear();
    jest.restoreAllMocks();
  });

  it('shows pictures in small and opens them in full, and lists files to be saved', async () => {
    show(aFeedback(), [aFile(), report]);
    const files = await panel('Attachments');
    const alt = 'Picture dock.jpg, attached by Tang Ting';
    const picture = await within(files).findByRole('img', { name: alt });
    expect(picture).toHaveAttribute('src', drawn('small'));
    expect(files).toHaveTextContent('240 kB, Tang Ting, 30 Dec 2025');
    expect(files).toHaveTextContent('2.3 MB, Tang Ting');
    await userEvent.click(
      within(files).getByRole('button', { name: 'Show dock.jpg' }),
    );
    const dialog = await screen.findByRole('dialog');
    const full = await within(dialog).findByRole('img', { name: alt });
    expect(full).toHaveAttribute('src', drawn('full'));
    Object.assign(URL, {
      createObjectURL: () => 'blob:1',
      revokeObjectURL: () => undefined,
    });
    const save = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockReturnValue();
    await userEvent.click(
      screen.getByRole('button', { name: 'Save 点检表.xlsx', hidden: true }),
    );
    await waitFor(() => expect(save).toHaveBeenCalledTimes(1));
  });

  it('sends what is dropped one after the other, and says by name what was refused', async () => {
    const sent: [string | null, string][] = [];
    Object.assign(window, { Image: UnreadPicture });
    const kept = show(aFeedback(), []);
    server.use(
      http.post(at(FILES), async ({ request }) => {
        const name = new URL(request.url).searchParams.get('name') ?? '';
        const { headers } = request;
        sent.push([headers.get('content-type'), name]);
        expect(headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/);
        if (name === 'photo.heic') {
          const fields = [{ path: 'file', code: 'file-heic' as const }];
          return refusal('invalid-input', { fields });
        }
        kept.push(aFile({ id: 7, name, type: 'text/plain' }));
        return HttpResponse.json(aFeedback({ rev: 2 }), { status: 201 });
      }),
    );
    const files = await panel('Attachments');
    await within(files).findByText('No photo or document is attached yet.');
    const large = text('large.txt', 'x'.repeat(10 * 2 ** 20 + 1));
    drop(within(files).getByText(/^Drop files here/), [
      ...[text('photo.heic'), large, text('log.txt')],
    ]);
    await within(files).findByRole('button', { name: 'Save log.txt' });
    const alerts = within(files).getAllByRole('alert');
    expect(alerts.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^photo\.heic: This is a HEIC picture\. Choose/),
      expect.stringMatching(/^large\.txt: The body is too large.*10 MB/),
    ]);
    expect(sent).toEqual([
      ['application/octet-stream', 'photo.heic'],
      ['application/octet-stream', 'log.txt'],
    ]);
    await userEvent.click(
      within(files).getByRole('button', { name: 'Leave photo.heic out' }),
    );
    expect(within(files).getAllByRole('alert')).toHaveLength(1);
  });

  it('sends a file again under the same key when nobody knows whether it arrived', async () => {
    const keys: (string | null)[] = [];
    show(aFeedback(), []);
    server.use(
      http.post(at(FILES), ({ request }) => {
        keys.push(request.headers.get('idempotency-key'));
        return keys.length === 1
          ? HttpResponse.error()
          : HttpResponse.json(aFeedback({ rev: 2 }), { status: 201 });
      }),
    );
    const files = await panel('Attachments');
    const [input] = files.getElementsByTagName('input');
    await userEvent.upload(input, text('log.txt'));
    await userEvent.click(
      await within(files).findByRole('button', { name: 'Try again' }),
    );
    await waitFor(() => expect(within(files).queryByRole('alert')).toBeNull());
    expect(keys).toEqual([keys[0], keys[0]]);
  });

  it('offers the camera where one touches the screen', async () => {
    const { matchMedia: before } = window;
    const silent = () => undefined;
    const matchMedia = (media: string) => ({
      ...{ media, matches: media.includes('coarse') },
      ...{ addListener: silent, removeListener: silent },
      ...{ addEventListener: silent, removeEventListener: silent },
    });
    Object.assign(window, { matchMedia });
    show(aFeedback(), [], { language: 'zh-CN' });
    const files = await panel('附件');
    await within(files).findByRole('button', { name: '拍照' });
    const [input] = files.getElementsByTagName('input');
    expect(input).toHaveAttribute('capture', 'environment');
    expect(input).toHaveAttribute('accept', 'image/*');
    Object.assign(window, { matchMedia: before });
  });

  it('removes a file once it is confirmed, where one may', async () => {
    const kept = show(aFeedback(), [aFile(), report]);
    server.use(
      http.delete(at(`${FILES}/5`), () => {
        kept.pop();
        return HttpResponse.json(aFeedback({ rev: 2 }));
      }),
    );
    const files = await panel('Attachments');
    const remove = await within(files).findByRole('button', {
      name: 'Remove 点检表.xlsx',
    });
    expect(
      within(files).queryByRole('button', { name: 'Remove dock.jpg' }),
    ).toBeNull();
    await userEvent.click(remove);
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('The journal keeps its name');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Remove' }),
    );
    await waitFor(() => expect(files).not.toHaveTextContent('点检表'));
    expect(files).toHaveTextContent('dock.jpg');
  });
});

describe('internal notes', () => {
  registerMswTestHooks(server);

  const note: JournalEntry = {
    ...{ ...aJournal[4], seq: 90, type: 'note' },
    payload: { text: 'The night shift skipped it.' },
  };

  function withNote(item: Item, line: JournalEntry) {
    show(item, []);
    const chain = { intact: true, brokenAt: null };
    server.use(
      http.get(at('/items/FB-0405/journal'), () =>
        HttpResponse.json({ ...pageOf([...aJournal, line]), ...chain }),
      ),
    );
  }

  it('are marked, and written by those who may read them', async () => {
    const sent: unknown[] = [];
    withNote(aFeedback({ mayNote: true }), note);
    server.use(
      http.post(at('/items/FB-0405/comments'), async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(aFeedback({ rev: 2, mayNote: true }));
      }),
    );
    const comments = await panel('Comments');
    const marked = (
      await within(comments).findByText('The night shift skipped it.')
    ).closest('li');
    expect(marked).toHaveTextContent(/^Internal note/);
    const internal = within(comments).getByRole('checkbox', {
      name: 'Internal note',
    });
    expect(internal).toHaveAccessibleDescription(
      'Only those who work on this item read it, not whoever made it.',
    );
    await userEvent.click(internal);
    await userEvent.type(
      within(comments).getByLabelText('Your internal note'),
      'Ask the lead.',
    );
    await userEvent.click(
      within(comments).getByRole('button', { name: 'Save the note' }),
    );
    await waitFor(() =>
      expect(sent).toEqual([{ text: 'Ask the lead.', internal: true }]),
    );
  });

  it('are told of without their words to all others', async () => {
    withNote(aFeedback(), { ...note, payload: null, withheld: true });
    const journal = await panel('Journal');
    await within(journal).findByText(/left an internal note$/);
    expect(journal).toHaveTextContent(
      'What it says is for those who work on this item.',
    );
    const comments = await panel('Comments');
    expect(within(comments).queryByRole('checkbox')).toBeNull();
    expect(comments).not.toHaveTextContent('Internal note');
  });
});
