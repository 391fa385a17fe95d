import { checkFields } from '../checkForm';
import { ItemData } from '../definition';
import { StepContext } from '../directory';
import { parseExpression } from '../expression';
import { isSame } from '../isSame';
import { JournalLine, Refusal, WorkItem } from '../item';
import { fieldsOf, has } from '../lint/traverse';
import { refuse } from '../refusal';
import { fieldLabel } from '../settings/fieldNames';
import { scopeOf } from '../walk';
import { Migrating } from './Migrating';

/** The data of an item in the other version. @internal */
export interface NewData {
  data: ItemData;
  /** What is another value than before. */
  changed: ItemData;
  /** Expressions that ask for what the item does not have. */
  lines: JournalLine[];
}

/**
 * Works out the data in the other version. Nothing is taken out: a field that
 * is not there any more stays in the item. Where an expression asks for a field
 * that is empty, its own field stays as it is.
 *
 * @internal
 */
export function newData(
  item: WorkItem,
  migrating: Migrating,
  context: StepContext,
): NewData | Refusal {
  const { from, plan } = migrating;
  const scope = scopeOf(from, item, context);
  const changed: ItemData = {};
  const lines: JournalLine[] = [];
  for (const [field, source] of Object.entries(plan.data)) {
    const answer = parseExpression(from.data, source).evaluate(scope);
    if ('value' in answer) {
      changed[field] = answer.value;
    } else if (answer.missing) {
      const where = `migrations.data.${field}`;
      const payload = { where, message: answer.error };
      lines.push({ type: 'guardError', payload });
    } else {
      const label = fieldLabel(migrating.to, field);
      return refuse('migration-value', { field: label });
    }
  }
  const data = { ...item.data, ...changed };
  return misfits(data, migrating) ?? { data, changed, lines };
}

/** Fields that the other version knows otherwise must be in order there. */
function misfits(data: ItemData, migrating: Migrating): Refusal | undefined {
  const { from, to, plan } = migrating;
  const [before, after] = [from, to].map(fieldsOf);
  const looked = Object.keys(data).filter(
    field =>
      has(after, field) &&
      (has(plan.data, field) || !isSame(before[field], after[field])),
  );
  const values = Object.fromEntries(looked.map(name => [name, data[name]]));
  const problems = checkFields(to, values, { fields: looked, required: [] });
  if (problems.length === 0) {
    return undefined;
  }
  const names = [...new Set(problems.map(({ path }) => path.split('.')[0]))];
  const labels = names.map(name => fieldLabel(to, name));
  return refuse('migration-data', {
    fields: {
      en: labels.map(({ en }) => en).join(', '),
      zh: labels.map(({ zh }) => zh).join('、'),
    },
  });
}
