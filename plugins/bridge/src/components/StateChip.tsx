import type { ItemStateView } from '@techbridge/plugin-bridge-common';
import { ChipTone, ToneChip } from './ToneChip';
import { useLanguage } from './useLanguage';

/** The words with which shipped workflows say that something came of it. */
const GOOD = 'solved converted verified released published success'.split(' ');

/**
 * The state of an item; the colour says who moves next, or whether something
 * came of it.
 *
 * @internal
 */
export function StateChip({ state }: { state: ItemStateView }) {
  const language = useLanguage();
  return <ToneChip label={state.label[language]} tone={toneOf(state)} />;
}

function toneOf({ type, outcome = '' }: ItemStateView): ChipTone {
  if (type === 'end') {
    return GOOD.includes(outcome) ? 'good' : 'choice';
  }
  return type;
}
