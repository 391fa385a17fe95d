import { WorkflowDefinition } from '../definition';
import { withoutConditionSettings } from '../settings/conditionSettings';
import { settingsOf } from '../settings/settingsOf';

type Parts = { [name: string]: unknown };

const BLANK = '·';

/**
 * A definition without what its settings tell, so that only the way it is built
 * is compared.
 *
 * @internal
 */
export function withoutSettings(definition: WorkflowDefinition): Parts {
  const copy = JSON.parse(JSON.stringify(definition));
  const asked = new Map<string, string[]>();
  for (const { path, section } of settingsOf(definition)) {
    const [place, key] = path.split('#');
    const steps = place.replace(/^(spec|metadata)\./, '').split('.');
    if (steps.at(-1) === 'calendar' && section !== 'forms') {
      // A version without a calendar has no such setting.
      change(copy, steps, () => undefined);
    } else if (key !== undefined) {
      asked.set(place, [...(asked.get(place) ?? []), key]);
    } else if (steps.at(-2) === 'extend') {
      change(copy, steps.slice(0, -1), () => undefined);
    } else if (steps.at(-2) === 'remind') {
      change(copy, steps.slice(0, -1), () => BLANK);
    } else if (section !== 'forms') {
      change(copy, steps, () => BLANK);
    }
  }
  for (const [place, keys] of asked) {
    change(copy, place.split('.').slice(1), source =>
      withoutConditionSettings(String(source), keys),
    );
  }
  for (const form of Object.values<Parts>(copy.forms)) {
    for (const told of ['fields', 'required', 'labels', 'help', 'ui']) {
      delete form[told];
    }
  }
  delete copy.calendar;
  return { ...copy, labels: {}, options: {}, scenarios: [], migrations: [] };
}

function change(
  copy: Parts,
  steps: string[],
  how: (value: unknown) => unknown,
): void {
  let part = copy;
  for (const step of steps.slice(0, -1)) {
    if (typeof part[step] !== 'object' || part[step] === null) {
      return;
    }
    part = part[step] as Parts;
  }
  const last = steps[steps.length - 1];
  part[last] = how(part[last]);
}
