export interface Config {
  /** Tech Bridge */
  bridge?: {
    /** How documents become pages of TechDocs. */
    techdocs?: {
      /**
       * What builds the pages. `embedded`, the default, builds everything in
       * the backend process, without Python or Docker. `mkdocs` builds the
       * cases so, and leaves all other documents to Backstage's own generator,
       * which follows `techdocs.generator` and runs mkdocs.
       */
      generator?: 'embedded' | 'mkdocs';
    };
  };
}
