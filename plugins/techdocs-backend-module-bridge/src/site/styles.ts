/**
 * The style sheet of all pages. The reader of TechDocs brings the sizes of the
 * layout and, from the theme of the app, every `--md-` variable; all colours
 * here are such variables, so light and dark come by themselves. The colour of
 * strings is mixed with that of text, because alone it is too pale on white.
 *
 * @internal
 */
export const styles = `
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; color: var(--md-default-fg-color); }
button { padding: 0; border: 0; background: none; color: inherit; cursor: pointer; }
button svg { width: 1.1rem; height: 1.1rem; fill: currentColor; }
.md-toggle { display: none; }

/* Layout */
.md-main__inner { display: flex; }
.md-sidebar { align-self: flex-start; }
.md-sidebar__scrollwrap { overflow-y: auto; }
.md-sidebar__inner { padding: 0.5rem 1rem 1rem 0; }
.md-content { flex-grow: 1; min-width: 0; }
.md-content__inner { margin: 0 1.5rem 1.5rem; padding-top: 0.5rem; }
.md-overlay { position: fixed; top: 0; z-index: 150; width: 0; height: 0; opacity: 0; background: var(--md-default-fg-color--light); transition: opacity 0.25s; }
#toggle-sidebar { float: left; cursor: pointer; }
#toggle-sidebar svg { width: 1.5rem; height: 1.5rem; fill: currentColor; }
@media screen and (min-width: 76.25em) { #toggle-sidebar { display: none; } }
@media screen and (max-width: 76.1875em) {
  .md-sidebar--primary { position: fixed; top: 0; background: var(--md-default-bg-color); transition: transform 0.25s; }
  .md-nav--primary > .md-nav__list { padding: 0 0.8rem; }
  [data-md-toggle=drawer]:checked ~ .md-overlay { width: 100%; height: 100%; opacity: 0.5; }
  [data-md-toggle=drawer]:checked ~ .md-container .md-sidebar--primary { box-shadow: var(--md-shadow-z3); }
}
@media print { .md-sidebar, .md-footer, .headerlink { display: none; } }

/* Navigation */
.md-nav { line-height: 1.3; }
.md-nav__title { display: block; padding: 0.5rem 0; font-weight: 700; }
.md-nav__list { margin: 0; padding: 0; list-style: none; }
.md-nav .md-nav { padding-left: 0.8rem; }
.md-nav__link { display: flex; margin: 0; padding: 0.3rem 0; color: inherit; text-decoration: none; cursor: pointer; }
.md-nav__link:hover { color: var(--md-accent-fg-color); }
.md-nav__link:focus-visible { outline: 2px solid var(--md-accent-fg-color); }
.md-nav__item--level-3 { padding-left: 0.8rem; }
.md-nav__toggle ~ .md-nav { display: none; }
.md-nav__toggle:checked ~ .md-nav { display: block; }
.md-nav__icon::after { display: block; content: ""; background: currentColor; -webkit-mask: var(--md-nav-icon--next) center / contain no-repeat; mask: var(--md-nav-icon--next) center / contain no-repeat; }
.md-nav__toggle:checked ~ .md-nav__link .md-nav__icon { transform: rotate(90deg); }
.md-ellipsis { overflow: hidden; text-overflow: ellipsis; overflow-wrap: anywhere; }

/* Previous and next */
.md-footer__inner { display: flex; justify-content: space-between; padding: 0 0.5rem; }
.md-footer__link { padding: 0.5rem 0; color: inherit; text-decoration: none; }
.md-footer__link:hover { color: var(--md-accent-fg-color); }
.md-footer__link--next { margin-left: auto; text-align: right; }
.md-footer__title { display: flex; flex-direction: column; }
.md-footer__direction { color: var(--md-default-fg-color--light); font-size: 0.8em; }
.md-footer__link .md-ellipsis { white-space: nowrap; }

/* Text */
.md-typeset { line-height: 1.6; overflow-wrap: break-word; }
.md-typeset h1, .md-typeset h2, .md-typeset h3, .md-typeset h4, .md-typeset h5, .md-typeset h6 { margin: 1.2em 0 0.5em; }
.md-typeset h1 { margin-top: 0.3em; }
.md-typeset a { color: var(--md-typeset-a-color); }
.md-typeset .headerlink { margin-left: 0.5rem; color: var(--md-default-fg-color--light); text-decoration: none; opacity: 0; }
.md-typeset :hover > .headerlink, .md-typeset .headerlink:focus { opacity: 1; }
.md-typeset img { max-width: 100%; height: auto; }
.md-typeset hr { margin: 1.5em 0; border: 0; }
.md-typeset blockquote { margin: 1em 0; padding-left: 0.8rem; }
.md-typeset__scrollwrap { overflow-x: auto; }
.md-typeset table:not([class]) th, .md-typeset table:not([class]) td { min-width: 5.5em; padding: 0.5em 0.8em; text-align: left; vertical-align: top; }

/* Code */
.md-typeset code { padding: 0.1em 0.3em; border-radius: 0.1rem; background: var(--md-code-bg-color); color: var(--md-code-fg-color); font-family: ui-monospace, Consolas, Menlo, monospace; font-size: 0.85em; }
.md-typeset pre { position: relative; margin: 1em 0; line-height: 1.45; }
.md-typeset pre > code { display: block; overflow: auto; padding: 0.8em 3em 0.8em 1em; }
.hljs-comment, .hljs-quote, .hljs-meta { color: var(--md-code-hl-comment-color); }
.hljs-keyword, .hljs-selector-tag, .hljs-literal, .hljs-tag { color: var(--md-code-hl-keyword-color); }
.hljs-string, .hljs-regexp, .hljs-addition, .hljs-link { color: color-mix(in srgb, var(--md-code-hl-string-color) 80%, var(--md-default-fg-color)); }
.hljs-number, .hljs-deletion, .hljs-symbol, .hljs-bullet { color: var(--md-code-hl-number-color); }
.hljs-title, .hljs-section, .hljs-built_in, .hljs-type, .hljs-name { color: var(--md-code-hl-function-color); }
.hljs-attr, .hljs-attribute, .hljs-variable, .hljs-template-variable { color: var(--md-code-hl-variable-color); }

/* Task lists */
.md-typeset .task-list-item { position: relative; list-style: none; }
.md-typeset .task-list-control input { position: absolute; opacity: 0; }
.md-typeset .task-list-indicator::before { position: absolute; top: 0.2em; left: -1.6em; width: 1.2em; height: 1.2em; content: ""; -webkit-mask: var(--md-tasklist-icon) center / contain no-repeat; mask: var(--md-tasklist-icon) center / contain no-repeat; }
.md-typeset :checked + .task-list-indicator::before { -webkit-mask-image: var(--md-tasklist-icon--checked); mask-image: var(--md-tasklist-icon--checked); }

/* Admonitions */
.md-typeset .admonition, .md-typeset details { --kind: var(--md-primary-fg-color); --icon: var(--md-admonition-icon--note); margin: 1em 0; padding: 0 0.8rem; border: 1px solid var(--kind); border-left-width: 0.25rem; border-radius: 0.2rem; }
.md-typeset .admonition-title, .md-typeset summary { position: relative; margin: 0 -0.8rem; padding: 0.4rem 2.5rem; background: var(--md-accent-fg-color--transparent); font-weight: 700; }
.md-typeset summary { list-style: none; cursor: pointer; }
.md-typeset summary::-webkit-details-marker { display: none; }
.md-typeset .admonition-title::before, .md-typeset summary::before { position: absolute; left: 0.7rem; content: ""; background: var(--kind); -webkit-mask: var(--icon) center / contain no-repeat; mask: var(--icon) center / contain no-repeat; }
.md-typeset summary::after { position: absolute; right: 0.7rem; content: ""; background: currentColor; -webkit-mask: var(--md-details-icon) center / contain no-repeat; mask: var(--md-details-icon) center / contain no-repeat; }
.md-typeset .abstract { --icon: var(--md-admonition-icon--abstract); }
.md-typeset .info { --icon: var(--md-admonition-icon--info); }
.md-typeset .tip { --icon: var(--md-admonition-icon--tip); --kind: var(--md-code-hl-string-color); }
.md-typeset .success { --icon: var(--md-admonition-icon--success); --kind: var(--md-code-hl-string-color); }
.md-typeset .question { --icon: var(--md-admonition-icon--question); --kind: var(--md-code-hl-keyword-color); }
.md-typeset .warning { --icon: var(--md-admonition-icon--warning); --kind: var(--md-code-hl-color); }
.md-typeset .failure { --icon: var(--md-admonition-icon--failure); --kind: var(--md-code-hl-number-color); }
.md-typeset .danger { --icon: var(--md-admonition-icon--danger); --kind: var(--md-code-hl-number-color); }
.md-typeset .bug { --icon: var(--md-admonition-icon--bug); --kind: var(--md-code-hl-number-color); }
.md-typeset .example { --icon: var(--md-admonition-icon--example); --kind: var(--md-code-hl-function-color); }
.md-typeset .quote { --icon: var(--md-admonition-icon--quote); --kind: var(--md-default-fg-color--light); }
`;
