/** What an effect takes. @internal */
export interface EffectWords {
  required: string[];
  optional: string[];
  /** Whether it answers with something that can be kept in the data. */
  answers?: boolean;
}

/** The effects that this version carries out. @internal */
export const EFFECTS: { [use: string]: EffectWords } = {
  notify: {
    required: ['to', 'template'],
    optional: ['title', 'message', 'link', 'severity', 'topic', 'values'],
  },
  createItem: {
    required: ['workflow', 'data'],
    optional: ['link'],
    answers: true,
  },
  linkItem: { required: ['key', 'link'], optional: [] },
  openCaseDraft: {
    required: ['template'],
    optional: ['title', 'type', 'link', 'data'],
    answers: true,
  },
  publishCase: { required: [], optional: ['case', 'revision'] },
  webhook: { required: ['url'], optional: ['body'] },
  comment: { required: ['text'], optional: [] },
};

/** Those that are part of their command: they succeed or fail with it. @internal */
export const IMMEDIATE = ['createItem', 'linkItem', 'openCaseDraft'];

/** Effects of the language that are still to come. @internal */
export const LATER_EFFECTS = [
  'appoint',
  'catalogEntity',
  'scaffolderTask',
  'awardPoints',
];

/** How two items may be linked. @internal */
export const LINKS = [
  'convertedTo',
  'implements',
  'documents',
  'duplicateOf',
  'relatesTo',
];
