import { ItemStateView } from '@techbridge/plugin-bridge-common';

const SYSTEM =
  /^(?:system:default\/)?([a-z0-9](?:[-a-z0-9_.]{0,49}[a-z0-9])?)$/;

const MAXIMUM_SYSTEMS = 20;
const MAXIMUM_TITLE = 120;

/**
 * The full reference of a system that is named by its name or its reference;
 * undefined when it can be neither.
 *
 * @internal
 */
export function systemRefOf(text: string): string | undefined {
  const name = SYSTEM.exec(text.trim().toLowerCase())?.[1];
  return name && `system:default/${name}`;
}

/** The super-user team that answers for a system. @internal */
export function superUserTeamOf(systemRef: string): string {
  return `group:default/super-users-${nameOf(systemRef)}`;
}

/** The last part of a reference. @internal */
export function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

/** The entity of the catalog that stands for a published case. @internal */
export function caseEntityRef(id: string): string {
  return `resource:default/${id}`;
}

/** What the data of an item says about the text of a case. @internal */
export interface CaseText {
  title: string;
  language: 'zh' | 'en';
  systems: string[];
  body: string;
}

/**
 * The fields of an item's data that belong to a case's text; those that the
 * data does not have, or has in another form, are left out.
 *
 * @internal
 */
export function caseTextIn(data: Record<string, unknown>): Partial<CaseText> {
  const { title, body, language } = data;
  const systems = systemsIn(data);
  return {
    ...(typeof title === 'string' && { title: title.slice(0, MAXIMUM_TITLE) }),
    ...(typeof body === 'string' && { body }),
    ...((language === 'zh' || language === 'en') && { language }),
    ...(systems && { systems }),
  };
}

/** The whole text of a case by its item's data. @internal */
export function caseTextOf(
  data: Record<string, unknown>,
  key: string,
): CaseText {
  const blank = { title: key, language: 'zh' as const, systems: [], body: '' };
  return { ...blank, ...caseTextIn(data) };
}

const TEXT_FIELDS = ['title', 'language', 'system', 'systems', 'body'];

/** Whether changed fields of an item's data belong to a case's text. @internal */
export function changesText(changed: Record<string, unknown>): boolean {
  return TEXT_FIELDS.some(field => Object.hasOwn(changed, field));
}

/** Who writes a case by its item's data, if the data says so. @internal */
export function authorIn(data: Record<string, unknown>): string | undefined {
  const [author] = texts(data.authors);
  return author;
}

/** Who is to write the case of an item: its proposers, else its creator. @internal */
export function proposersIn(source: {
  data: Record<string, unknown>;
  createdBy: string;
}): string[] {
  const proposers = texts(source.data.proposers);
  return proposers.length > 0 ? proposers : [source.createdBy];
}

// `system` is the one that the workflow asks for people, `systems` are all.
function systemsIn(data: Record<string, unknown>): string[] | undefined {
  if (data.system === undefined && data.systems === undefined) {
    return undefined;
  }
  const refs = [...texts(data.system), ...texts(data.systems)]
    .map(systemRefOf)
    .filter(ref => ref !== undefined);
  return [...new Set(refs)].slice(0, MAXIMUM_SYSTEMS);
}

function texts(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter(one => typeof one === 'string');
}

/** What decides whether a text may be changed. @internal */
export interface EditingFacts {
  author: string;
  open: boolean;
  assignees: string[];
}

/**
 * Whether a person may change the text now. A case is written while it waits
 * for its author: then all for whom it waits may change it. While somebody
 * reviews it, and after its end, it stands.
 *
 * @internal
 */
export function mayEdit(
  { open, author, assignees }: EditingFacts,
  user: string | undefined,
): boolean {
  return (
    open &&
    user !== undefined &&
    assignees.includes(author) &&
    assignees.includes(user)
  );
}

/** A case as lists and pages are made of it, with the state of its item. @internal */
export interface CaseFacts extends Omit<CaseText, 'body'> {
  id: string;
  key: string;
  summary: string;
  author: string;
  revision: number;
  publishedRevision: number | null;
  publishedAt: string | null;
  updatedAt: string;
}

/** How readers see a case in a list. @internal */
export function presentRow(facts: CaseFacts, state: ItemStateView) {
  const { id, key, title, systems, language, summary, author } = facts;
  return {
    id,
    key,
    title,
    systems,
    language,
    summary,
    state,
    author,
    updatedAt: facts.updatedAt,
    publishedAt: facts.publishedAt,
    entityRef: facts.publishedRevision === null ? null : caseEntityRef(id),
  };
}
