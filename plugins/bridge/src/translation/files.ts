import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** Texts of files on a work item. @internal */
export const filesTranslationRef = createTranslationRef({
  id: 'bridge.files',
  messages: {
    title: 'Attachments',
    none: 'No photo or document is attached yet.',
    hint: 'Drop files here: pictures, PDF, Word, Excel, PowerPoint, CSV or text, up to 10 MB each.',
    add: 'Add files',
    camera: 'Take a photo',
    sending: '{{name}}: being sent',
    failed: '{{name}}: {{why}}',
    again: 'Try again',
    dismiss: 'Leave {{name}} out',
    loadFailed: 'The attachments could not be loaded: {{why}}',
    picture: 'Picture {{name}}, attached by {{person}}',
    show: 'Show {{name}}',
    save: 'Save {{name}}',
    close: 'Close',
    about: '{{size}}, {{person}}, {{date}}',
    remove: 'Remove {{name}}',
    'remove.title': 'Remove {{name}}?',
    'remove.text':
      'Nobody can open the file afterwards. The journal keeps its name and that it was here.',
    'remove.confirm': 'Remove',
  },
  translations: {
    'zh-CN': () => import('./files.zh'),
    zh: () => import('./files.zh'),
  },
});
