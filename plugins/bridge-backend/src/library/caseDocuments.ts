import { CaseDocuments, Title } from '@techbridge/plugin-bridge-common';
import { stringify } from 'yaml';
import { PublishedCase } from './caseRows';
import { escapeMarkdown, tableOf } from '../markdown/plainMarkdown';
import { summaryOf } from './markdown';
import { nameOf } from './model';

const WORDS = {
  zh: {
    systems: '业务系统',
    author: '作者',
    date: '发布日期',
    language: '语言',
    ownName: '中文',
  },
  en: {
    systems: 'Systems',
    author: 'Author',
    date: 'Published on',
    language: 'Language',
    ownName: 'English',
  },
};

/**
 * The files that TechDocs builds a published case from: one page that begins
 * with the title and the facts, in the language of the case.
 *
 * @param date - the day of its publication, in the plant's time zone
 * @internal
 */
export function caseDocuments(
  published: PublishedCase,
  titles: Map<string, Title>,
  date: string,
): CaseDocuments {
  const { title, language, body, revision } = published;
  const config = {
    site_name: title,
    site_description: summaryOf(body),
    docs_dir: 'docs',
    theme: { language },
  };
  const page = [
    `# ${escapeMarkdown(title)}`,
    factsOf(published, titles, date),
    withoutTitle(body, title),
  ];
  return {
    etag: String(revision),
    files: [
      { path: 'mkdocs.yml', text: stringify(config) },
      { path: 'docs/index.md', text: `${page.join('\n\n')}\n` },
    ],
  };
}

function factsOf(
  { systems, author, language }: PublishedCase,
  titles: Map<string, Title>,
  date: string,
): string {
  const words = WORDS[language];
  const names = systems.map(ref => titles.get(ref)?.[language] ?? nameOf(ref));
  const between = language === 'zh' ? '、' : ', ';
  return tableOf(
    [words.systems, words.author, words.date, words.language],
    [names.join(between), author.name, date, words.ownName],
  );
}

// Many begin their text with its title; on the page it stands already.
function withoutTitle(body: string, title: string): string {
  const [first, ...rest] = body.trimStart().split('\n');
  const heading = /^# +(.*?)[ #]*$/.exec(first.trimEnd())?.[1];
  return heading === title ? rest.join('\n').trim() : body.trim();
}
