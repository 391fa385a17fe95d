import { JsonSchema, WorkflowDefinition } from '../definition';
import { kindOfFormat } from '../formats';
import { fieldName } from '../roles';

const SAMPLES: { [format: string]: string } = {
  date: '2025-06-30',
  'date-time': '2025-06-30T08:00:00.000Z',
  email: 'sample@example.com',
  uri: 'https://example.com/sample',
  'item-key': 'XX-1',
  attachment: 'XX-1/sample.png',
  'data-url': 'data:image/png;base64,AAAA',
};

/** A value that a field accepts, for scenarios that leave it out. @internal */
export function sampleValue(
  definition: WorkflowDefinition,
  field: string,
): unknown {
  const properties = definition.data.properties as {
    [field: string]: JsonSchema;
  };
  const reference = isSystem(definition, field)
    ? 'system:default/sample'
    : `user:default/sample-${field.toLowerCase()}`;
  return sample(properties[field], reference);
}

function isSystem({ roles }: WorkflowDefinition, field: string): boolean {
  const sources = Object.values(roles).flatMap(({ from }) =>
    from === 'creator' ? [] : [from],
  );
  const fields = sources.flatMap(from => {
    if ('ownerOf' in from) {
      return [fieldName(from.ownerOf)];
    }
    return 'superUserOf' in from ? [fieldName(from.superUserOf)] : [];
  });
  return field === 'system' || fields.includes(field);
}

function sample(schema: JsonSchema, reference: string): unknown {
  const values = schema.enum as unknown[] | undefined;
  if (values) {
    return values[0];
  }
  switch (schema.type) {
    case 'string':
      return sampleText(schema, reference);
    case 'boolean':
      return false;
    case 'array':
      return sampleList(schema, reference);
    case 'object':
      return sampleObject(schema, reference);
    default:
      return sampleNumber(schema);
  }
}

function sampleText(schema: JsonSchema, reference: string): string {
  if (schema.format === 'entity-ref') {
    return reference;
  }
  const kind = kindOfFormat(schema.format)?.toLowerCase();
  if (kind) {
    return `${kind}:${reference.slice(reference.indexOf(':') + 1)}`;
  }
  const known = SAMPLES[String(schema.format)];
  const least = Number(schema.minLength ?? 0);
  const most = Number(schema.maxLength ?? 100);
  return known ?? 'sample '.repeat(Math.ceil(least / 7) + 1).slice(0, most);
}

function sampleNumber(schema: JsonSchema): number {
  const least = Number(schema.minimum ?? 0);
  const above = Number(schema.exclusiveMinimum ?? least - 1) + 1;
  const most = Number(schema.maximum ?? Infinity);
  return Math.min(Math.max(least, above), most);
}

function sampleList(schema: JsonSchema, reference: string): unknown[] {
  const items = schema.items as JsonSchema | undefined;
  const length = Math.max(1, Number(schema.minItems ?? 1));
  return Array.from({ length }, (_, place) => {
    const one = items ? sample(items, `${reference}-${place + 1}`) : place;
    return typeof one === 'number' ? one + place : one;
  });
}

function sampleObject(schema: JsonSchema, reference: string): object {
  const properties = (schema.properties ?? {}) as {
    [field: string]: JsonSchema;
  };
  const required = (schema.required ?? []) as string[];
  const entries = required.map(field => [
    field,
    sample(properties[field], reference),
  ]);
  return Object.fromEntries(entries);
}
