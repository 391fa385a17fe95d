import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, refusal } from '../../testing/fakeBridge';
import { itemsOf } from '../../testing/itemSamples';
import { renderPage } from '../../testing/renderPage';

const server = setupServer();

/** Notes what was asked in which language, and answers when it is told to. */
function listen() {
  const asked: string[] = [];
  let answer: (response: Response) => void = () => undefined;
  server.use(
    http.get(at('/export/:file'), ({ request, params }) => {
      const { search } = new URL(request.url);
      const language = request.headers.get('accept-language');
      asked.push(`${language} ${params.file}${search}`);
      return new Promise<Response>(resolve => {
        answer = resolve;
      });
    }),
    ...itemsOf(),
    ...bridgeOf(),
  );
  return { asked, answer: (response: Response) => answer(response) };
}

/** Notes the files that a reader is handed. */
function receive() {
  const files: string[] = [];
  let size = 0;
  Object.assign(URL, {
    createObjectURL: (file: Blob) => {
      size = file.size;
      return 'blob:file';
    },
    revokeObjectURL: () => undefined,
  });
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click');
  click.mockImplementation(function keep(this: HTMLAnchorElement) {
    files.push(`${this.download} ${size}`);
  });
  return files;
}

describe('the export menu', () => {
  registerMswTestHooks(server);
  afterEach(() => {
    localStorage.clear();
    jest.restoreAllMocks();
  });

  it('puts what the page has found into a file, by keyboard', async () => {
    const { asked, answer } = listen();
    const files = receive();
    renderPage('/items?workflow=feedback&open=true&order=key', {
      language: 'zh-CN',
    });
    const button = await screen.findByRole('button', { name: '导出' });
    await waitFor(() => expect(button).toBeEnabled());
    expect(button).toHaveAttribute('aria-haspopup', 'menu');
    button.focus();
    await userEvent.keyboard('{Enter}');
    const entries = await screen.findAllByRole('menuitem');
    expect(entries.map(({ textContent }) => textContent)).toEqual([
      'Excel 工作簿（XLSX）',
      'CSV（各种表格软件）',
      'CSV（分号分隔，小数用逗号）',
      'JSON（供程序使用）',
    ]);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(
      await screen.findByRole('button', { name: '正在导出…' }),
    ).toHaveAttribute('aria-disabled', 'true');
    await waitFor(() =>
      expect(asked).toEqual([
        'zh-CN items.csv?workflow=feedback&order=key&open=true&separator=semicolon',
      ]),
    );
    const name = encodeURIComponent('问题反馈-2025-12-31.csv');
    answer(
      new HttpResponse('key', {
        headers: {
          'content-disposition': `attachment; filename*=UTF-8''${name}`,
        },
      }),
    );
    expect(
      await screen.findByText('已导出：问题反馈-2025-12-31.csv'),
    ).toHaveAttribute('role', 'status');
    expect(files).toEqual(['问题反馈-2025-12-31.csv 3']);
    expect(screen.getByRole('button', { name: '导出' })).toBeEnabled();
  });

  it('says why there is no file, and can be asked again', async () => {
    const { asked, answer } = listen();
    const files = receive();
    renderPage('/items');
    const choose = async () => {
      const button = await screen.findByRole('button', { name: 'Export' });
      await waitFor(() => expect(button).toBeEnabled());
      await userEvent.click(button);
      await userEvent.click(
        await screen.findByRole('menuitem', { name: /^Excel/ }),
      );
      await screen.findByRole('button', { name: 'Exporting…' });
    };
    await choose();
    await waitFor(() => expect(asked).toHaveLength(1));
    answer(refusal('export-too-large', { params: { limit: '50000' } }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /The export did not work\. More than 50000 items match.*Choose a workflow/,
    );
    await choose();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(files).toEqual([]);
  });
});
