import type { ItemForm } from '@techbridge/plugin-bridge-common';
import { reportForm } from '../../testing/workflowSamples';
import { localForm } from './localForm';

const triage: ItemForm = {
  schema: {
    type: 'object',
    required: ['reversible', 'scan'],
    properties: {
      reversible: {
        type: 'boolean',
        title: 'Can it be undone?',
        description: 'English only',
      },
      scan: { type: 'string', format: 'attachment' },
      photo: { type: 'string', format: 'data-url', maxLength: 400000 },
      departments: {
        type: 'array',
        items: { type: 'string', format: 'entity-ref' },
      },
      systems: {
        type: 'array',
        items: { type: 'string', format: 'entity-ref' },
      },
      verifier: { type: 'string', format: 'entity-ref' },
      buyer: { type: 'string', format: 'group-ref' },
      machine: { type: 'string', format: 'system-ref' },
      readers: { type: 'array', items: { type: 'string', format: 'user-ref' } },
      body: { type: 'string', format: 'markdown' },
      method: { type: 'string', maxLength: 2000 },
      unit: { type: 'string', maxLength: 20 },
      // As the compiler bounds every text.
      day: { type: 'string', format: 'date', maxLength: 4000 },
    },
  },
  uiSchema: {
    'ui:order': ['scan', 'reversible', '*'],
    reversible: {
      'ui:widget': 'radio',
      'ui:options': {
        labels: {
          title: { en: 'Can it be undone?', zh: '能否恢复原状' },
          options: {
            true: { en: 'Yes', zh: '能' },
            false: { en: 'No', zh: '不能' },
          },
        },
      },
    },
    buyer: { 'ui:options': { catalog: { kind: 'Group' } } },
    machine: { 'ui:options': { catalog: { kind: 'System' } } },
    readers: { 'ui:options': { catalog: { kind: 'User' } } },
    body: { 'ui:widget': 'markdown' },
    unit: { 'ui:widget': 'spaceship' },
  },
};

describe('localForm', () => {
  it('speaks the language of the reader: titles, help and names of values', () => {
    const { uiSchema } = localForm(reportForm, 'zh');
    expect(uiSchema.title).toMatchObject({
      'ui:title': '出了什么问题',
      'ui:help': '一句话就行。',
    });
    expect(uiSchema.impact['ui:options'].enumNames).toEqual([
      '不影响',
      '变慢',
      '停线',
    ]);
    const { schema } = localForm(triage, 'zh');
    expect(schema.properties?.reversible).toEqual({
      type: 'boolean',
      title: 'Can it be undone?',
      oneOf: [
        { const: true, title: '能' },
        { const: false, title: '不能' },
      ],
    });
  });

  it('leaves out what cannot be filled in', () => {
    const { schema } = localForm(triage, 'en');
    expect(schema.properties).not.toHaveProperty('scan');
    expect(schema.required).toEqual(['reversible']);
  });

  it('finds the right widget, and ignores one that does not exist', () => {
    const { uiSchema } = localForm(triage, 'en');
    const drawn = Object.entries(uiSchema)
      .filter(([name]) => !name.startsWith('ui:'))
      .map(([name, ui]) => [name, ui['ui:widget'], ui['ui:options'].kind]);
    expect(uiSchema.unit).not.toHaveProperty('ui:widget');
    expect(drawn).toEqual([
      ['reversible', 'radio', 'User'],
      ['buyer', 'entityRef', 'Group'],
      ['machine', 'entityRef', 'System'],
      ['readers', 'entityRefs', 'User'],
      ['body', 'textarea', 'User'],
      ['unit', undefined, 'User'],
      ['scan', undefined, 'User'],
      ['photo', 'picture', 'User'],
      ['departments', 'entityRefs', 'Group'],
      ['systems', 'entityRefs', 'System'],
      ['verifier', 'entityRef', 'User'],
      ['method', 'textarea', 'User'],
      ['day', undefined, 'User'],
    ]);
  });
});
