import { coreComponentsTranslationRef } from '@backstage/core-components';
import {
  BreadcrumbEntry,
  createFrontendPlugin,
  PageBlueprint,
  SubPageBlueprint,
  TranslationRef,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogTranslationRef } from '@backstage/plugin-catalog';
import { catalogGraphTranslationRef } from '@backstage/plugin-catalog-graph';
import { catalogReactTranslationRef } from '@backstage/plugin-catalog-react';
import { notificationsTranslationRef } from '@backstage/plugin-notifications';
import { orgTranslationRef } from '@backstage/plugin-org';
import { searchTranslationRef } from '@backstage/plugin-search';
import { searchReactTranslationRef } from '@backstage/plugin-search-react';
import { techdocsTranslationRef } from '@backstage/plugin-techdocs/alpha';
import { userSettingsTranslationRef } from '@backstage/plugin-user-settings';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import { fireEvent, screen, within } from '@testing-library/react';
import module, { useTitle } from './index';
import { resources } from './extensions/translations';
import { titlesTranslationRef } from './titles/ref';
import { titles } from './titles/titles';

type Messages = Record<string, string>;

type Loader = () => Promise<{ messages: Record<string, string | null> }>;

// Backstage keeps the content of a ref and of a resource out of their types.
function content(ref: unknown) {
  return ref as {
    getDefaultMessages(): Messages;
    getDefaultResource(): unknown;
  };
}

function english(ref: TranslationRef) {
  return content(ref).getDefaultMessages();
}

function loaders(resource: unknown): Record<string, Loader> {
  const { resources: languages } = resource as {
    resources: Array<{ language: string; loader: Loader }>;
  };
  return Object.fromEntries(languages.map(l => [l.language, l.loader]));
}

const translated: Array<[string, TranslationRef, unknown]> = [
  [
    'core-components',
    coreComponentsTranslationRef,
    resources['core-components'],
  ],
  ['catalog', catalogTranslationRef, resources.catalog],
  ['catalog-react', catalogReactTranslationRef, resources['catalog-react']],
  ['catalog-graph', catalogGraphTranslationRef, resources['catalog-graph']],
  ['org', orgTranslationRef, resources.org],
  ['search', searchTranslationRef, resources.search],
  ['search-react', searchReactTranslationRef, resources['search-react']],
  ['notifications', notificationsTranslationRef, resources.notifications],
  ['techdocs', techdocsTranslationRef, resources.techdocs],
  ['user-settings', userSettingsTranslationRef, resources['user-settings']],
  [
    'titles',
    titlesTranslationRef,
    content(titlesTranslationRef).getDefaultResource(),
  ],
];

const withoutChinese = new Set([
  'entityPeekAheadPopover.emailCardAction.subTitle',
]);

const allowedLatin = new Set([
  'A',
  'B',
  'Backstage',
  'CD',
  'CI',
  'Connect',
  'JSON',
  'JWT',
  'NotificationFormatProvider',
  'OAuth',
  'OpenID',
  'Shift',
  'YAML',
  'app-config.yaml',
  'app.support',
  'local',
  'mailto',
  'techdocs.builder',
  'useNotificationFormat',
]);

function variables(message: string) {
  const braces = message.match(/\{\{?\s*\w+\s*\}?\}/g) ?? [];
  return braces.map(variable => variable.replace(/\s/g, '')).sort();
}

describe.each(translated)('messages of %s', (_name, ref, resource) => {
  let chinese: Messages;

  beforeAll(async () => {
    chinese = (await loaders(resource)['zh-CN']()).messages as Messages;
  });

  it('has every message, in both of the languages', async () => {
    expect(Object.keys(chinese).sort()).toEqual(
      Object.keys(english(ref)).sort(),
    );
    expect((await loaders(resource).zh()).messages).toEqual(chinese);
  });

  it('is in Chinese', () => {
    const others = Object.keys(chinese).filter(
      key => !/\p{Script=Han}/u.test(chinese[key]),
    );
    expect(others.filter(key => !withoutChinese.has(key))).toEqual([]);
  });

  it('has no Latin words but names and codes', () => {
    const words = Object.values(chinese).flatMap(
      message =>
        message.replace(/\{+[^}]*\}+/g, ' ').match(/[a-z][\w.-]*/gi) ?? [],
    );
    expect(words.filter(word => !allowedLatin.has(word))).toEqual([]);
  });

  it('has full-width punctuation next to Chinese', () => {
    const halfWidth = Object.values(chinese).filter(message =>
      /\p{Script=Han}[,.:;?!()]|[,:;?!()]\p{Script=Han}/u.test(message),
    );
    expect(halfWidth).toEqual([]);
  });

  it('keeps the variables', () => {
    const originals = english(ref);
    for (const [key, message] of Object.entries(chinese)) {
      expect([key, variables(message)]).toEqual([
        key,
        variables(originals[key]),
      ]);
    }
  });
});

describe('titles', () => {
  it('says each English text once, whatever its case', () => {
    const texts = Object.values(titles).map(text => text.toLowerCase());
    expect(new Set(texts).size).toBe(texts.length);
  });
});

const Titles = (props: { texts: string[] }) => {
  const translate = useTitle();
  return <p>{props.texts.map(translate).join(' | ')}</p>;
};

const Broken = () => {
  throw new Error('no such table');
};

const plugin = createFrontendPlugin({
  pluginId: 'test-pages',
  title: 'Catalog',
  extensions: [
    PageBlueprint.make({
      name: 'catalog',
      params: {
        path: '/catalog',
        title: 'Catalog',
        loader: async () => (
          <Titles texts={['Overview', 'system', 'Group', 'ownedBy', 'MES']} />
        ),
      },
    }),
    PageBlueprint.make({
      name: 'unknown',
      params: {
        path: '/unknown',
        title: 'Starbridge',
        loader: async () => <p>content</p>,
      },
    }),
    PageBlueprint.make({
      name: 'bare',
      params: {
        path: '/bare',
        title: 'Search',
        noHeader: true,
        loader: async () => <p>content</p>,
      },
    }),
    PageBlueprint.make({
      name: 'broken',
      params: {
        path: '/broken',
        title: 'Catalog',
        loader: async () => <Broken />,
      },
    }),
    PageBlueprint.make({
      name: 'tabs',
      params: { path: '/tabs', title: 'Home' },
    }),
    SubPageBlueprint.make({
      name: 'overview',
      attachTo: { id: 'page:test-pages/tabs', input: 'pages' },
      params: {
        path: 'overview',
        title: 'Overview',
        loader: async () => (
          <BreadcrumbEntry entry={{ label: 'Search', href: 'search' }}>
            <p>a record that is named like a page</p>
          </BreadcrumbEntry>
        ),
      },
    }),
  ],
});

function renderPage(path: string, language: string) {
  renderTestApp({
    initialRouteEntries: [path],
    features: [module, plugin, userSettingsPlugin],
    config: {
      app: {
        baseUrl: 'http://localhost:3000',
        extensions: [
          {
            'api:app/app-language': {
              config: {
                availableLanguages: ['zh-CN', 'zh', 'en'],
                defaultLanguage: language,
              },
            },
          },
        ],
      },
      backend: { baseUrl: 'http://localhost:7007' },
    },
  });
}

const findTitle = () => screen.findByRole('heading', { level: 1 });

describe('app', () => {
  beforeEach(() => localStorage.clear());

  it.each([
    ['zh-CN', '目录'],
    ['zh', '目录'],
    ['en', 'Catalog'],
  ])('shows the title of a page in %s', async (language, title) => {
    renderPage('/catalog', language);
    expect(await findTitle()).toHaveTextContent(title);
  });

  it.each([
    ['zh-CN', '概览 | 系统 | 组 | 归属于 | MES'],
    ['en', 'Overview | system | Group | ownedBy | MES'],
  ])('says standard titles elsewhere in %s', async (language, text) => {
    renderPage('/catalog', language);
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('leaves a title that it does not know', async () => {
    renderPage('/unknown', 'zh-CN');
    expect(await findTitle()).toHaveTextContent('Starbridge');
  });

  it('draws no header for a page that has its own', async () => {
    renderPage('/bare', 'zh-CN');
    expect(await screen.findByText('content')).toBeInTheDocument();
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
  });

  it.each([
    ['zh-CN', '设置', ['常规', '身份认证服务', '功能开关']],
    [
      'en',
      'Settings',
      ['General', 'Authentication Providers', 'Feature Flags'],
    ],
  ])('shows the tabs of the settings in %s', async (language, title, tabs) => {
    renderPage('/settings', language);
    expect(await findTitle()).toHaveTextContent(title);
    expect(screen.getAllByRole('tab').map(tab => tab.textContent)).toEqual(
      tabs,
    );
    expect(screen.getAllByRole('tab')[0]).toHaveAttribute(
      'href',
      '/settings/general',
    );
  });

  it('translates breadcrumbs of pages and tabs, but no names', async () => {
    renderPage('/tabs/overview', 'zh-CN');
    await screen.findByText('a record that is named like a page');
    const breadcrumbs = within(
      await screen.findByRole('navigation', { name: 'Breadcrumbs' }),
    );
    expect(await breadcrumbs.findByText('概览')).toBeInTheDocument();
    expect(breadcrumbs.getByText('首页')).toBeInTheDocument();
    expect(breadcrumbs.getByText('Search')).toBeInTheDocument();
  });

  it.each([
    ['zh-CN', '错误 404：页面不存在', '返回上一页', '联系支持人员'],
    ['en', 'ERROR 404: Page not found', 'Go back', 'Contact support'],
  ])('explains an unknown address in %s', async (language, ...texts) => {
    renderPage('/nowhere', language);
    for (const text of texts) {
      expect(await screen.findByText(text)).toBeInTheDocument();
    }
  });

  it.each([
    ['zh-CN', '“目录”出现错误', '重试', '技术详情'],
    ['en', 'Error in Catalog', 'Retry', 'Technical details'],
  ])('explains a failure in %s', async (language, title, retry, details) => {
    jest.spyOn(console, 'error').mockImplementation(() => {});
    renderPage('/broken', language);
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.getByText('no such table')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: details })).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: retry }));
    expect(await screen.findByText(title)).toBeInTheDocument();
    jest.restoreAllMocks();
  });
});
