import type { Page } from './fixtures';

/**
 * Latin words that may stand in Chinese: names of systems, people and the
 * product, codes (a line, a key of the keyboard), and the letters inside terms
 * of the glossary.
 */
const NAMES = new Set(
  (
    'IT A B C MES ERP WMS SPC APS EAM SRM PLM BI OA Power Tech Bridge BOM ' +
    'PMC ID English Andon L3 Shift TechDocs Markdown PDF YAML'
  ).split(' '),
);

// Words of Backstage's own pages for which it takes no translation: the kind
// and the type of an entity; and what people wrote in a formula or write as
// Markdown.
const UNTRANSLATED = 'Resource case-study CASE-STUDIES max min warning'.split(
  ' ',
);

// Keys of work items, codes of materials, versions, gate and grade numbers;
// and a case as the catalog names it.
const CODE = /^([A-Z]{1,4}|kc)(-?[A-Z]?\d+(\.\d+)*)+$/;

// A checksum, or what is left of it behind its digits.
const SUM = /^[0-9a-f]{40,64}$/;

const REFERENCE = /(user|group|system|domain):[a-z0-9-]+\/[\w.-]+/g;
const MAIL = /[\w.-]+@[\w.-]+/g;

/** The words on a page that should be Chinese and are not. */
export async function latinWords(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const seen: string[] = [];
    const read = (root: Node) => {
      const walker = document.createTreeWalker(
        root,
        NodeFilter.SHOW_TEXT + NodeFilter.SHOW_ELEMENT,
      );
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        // TechDocs shows its documents in a tree of their own.
        if (node instanceof Element) {
          if (node.shadowRoot) read(node.shadowRoot);
          continue;
        }
        const parent = node.parentElement;
        const hidden = parent?.closest('script, style, noscript, svg title');
        const box = parent?.getBoundingClientRect();
        if (!hidden && box && box.width > 1 && box.height > 1) {
          seen.push(node.textContent ?? '');
        }
      }
    };
    read(document.body);
    for (const field of document.querySelectorAll('input, textarea')) {
      seen.push(field.getAttribute('placeholder') ?? '');
    }
    return [...seen, document.title];
  });
  const people = await page.evaluate(
    () => (window as { peopleNames?: string[] }).peopleNames ?? [],
  );
  const allowed = new Set([...NAMES, ...UNTRANSLATED, ...people]);
  return texts
    .flatMap(text =>
      text
        .replace(REFERENCE, ' ')
        .replace(MAIL, ' ')
        .split(/[^\p{L}\p{N}.-]+/u),
    )
    .flatMap(word => word.match(/[A-Za-z][\w.-]*/g) ?? [])
    .map(word => word.replace(/\.$/, ''))
    .filter(word => !allowed.has(word) && !isCode(word));
}

/** A short name such as `mes`, `chen.zhiyuan` or `it-review-board`. */
const SHORT_NAMES = new Set(
  'mes erp wms spc aps eam srm plm bi oa andon kiosk'.split(' '),
);
function isCode(word: string): boolean {
  return (
    CODE.test(word) ||
    SHORT_NAMES.has(word) ||
    /^[a-z]+\.[a-z]+$/.test(word) ||
    SUM.test(word)
  );
}

/** Lets the names of the people of the demo stand on every page. */
export async function allowPeople(page: Page) {
  const answer = await page.request.get('/api/auth/persona/people');
  const { items } = await answer.json();
  const names: string[] = items.flatMap(
    ({ title }: { title: { en: string } }) => title.en.split(' '),
  );
  await page.addInitScript(people => {
    Object.assign(window, { peopleNames: people });
  }, names);
}
