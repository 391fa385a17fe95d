import { WorkflowDefinition } from '../definition';
import { boardSettings } from './boardSettings';
import { formSettings } from './formSettings';
import { peopleSettings } from './peopleSettings';
import { routeSettings } from './routeSettings';
import { Setting } from './Setting';
import { textSettings } from './textSettings';
import { timeSettings } from './timeSettings';

/**
 * Everything of a workflow that can be set without knowing its language: who
 * sits where, how boards decide, figures in conditions, times, forms, texts.
 *
 * @public
 */
export function settingsOf(definition: WorkflowDefinition): Setting[] {
  return [
    ...peopleSettings(definition),
    ...boardSettings(definition),
    ...routeSettings(definition),
    ...timeSettings(definition),
    ...formSettings(definition),
    ...textSettings(definition),
  ];
}
