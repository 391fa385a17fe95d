import { LinkTarget } from '../site/resolveLink';

/** A heading that can be linked to. @internal */
export interface Heading {
  level: number;
  id: string;
  text: string;
}

/** What the rules of the Markdown parser share while they read one page. @internal */
export interface RenderContext {
  resolve(link: string): LinkTarget;
  headings: Heading[];
  /** Links that lead nowhere, as they were written. */
  missing: string[];
}
