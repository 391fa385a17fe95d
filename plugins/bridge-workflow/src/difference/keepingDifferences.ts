import { Label, WorkflowDefinition } from '../definition';
import { Way, waysOf } from '../lint/traverse';
import { together, WITHIN } from '../settings/settingTexts';
import { leadsToKept } from '../standing';
import { Difference } from './Difference';

type Say = (way: Label) => Label;
type SayTo = (way: Label, to: Label) => Label;

const keepsIt: Say = ({ en, zh }) => ({
  en: `“${en}” now keeps the item as it stands, so that a way can lead back to it`,
  zh: `“${zh}”现在保留单据当时的样子，以便之后恢复`,
});

const keepsNoMore: Say = ({ en, zh }) => ({
  en: `“${en}” no longer keeps the item as it stands`,
  zh: `“${zh}”不再保留单据当时的样子`,
});

const leadsBack: SayTo = (way, to) => ({
  en: `“${way.en}” now leads back to what was kept instead of to “${to.en}”`,
  zh: `“${way.zh}”改为恢复所保留的内容，不再转到“${to.zh}”`,
});

const leadsOn: SayTo = (way, to) => ({
  en: `“${way.en}” now leads to “${to.en}” instead of back to what was kept`,
  zh: `“${way.zh}”改为转到“${to.zh}”，不再恢复所保留的内容`,
});

const PREVIOUS: Label = { en: 'the state before it', zh: '之前的状态' };

/** A way that both versions have, as each has it. */
interface Pair {
  path: Way['path'];
  was: Way;
  is: Way;
}

/**
 * Actions that keep an item as it stands or no longer do, and ways that lead
 * back to what was kept instead of on, or the other way round.
 *
 * @internal
 */
export function keepingDifferences(
  before: WorkflowDefinition,
  after: WorkflowDefinition,
): Difference[] {
  return pairsOf(before, after).flatMap(({ path, was, is }): Difference[] => {
    const told = (word: string, message: Label): Difference => ({
      class: 'minor',
      path: [...path, word].join('.'),
      message,
    });
    const way = nameOf(after, is);
    const [kept, keeps] = [was, is].map(keepsItem);
    const [led, leads] = [was, is].map(one => leadsToKept(one.transition));
    const back = leads
      ? leadsBack(way, targetOf(before, was))
      : leadsOn(way, targetOf(after, is));
    return [
      ...(kept === keeps
        ? []
        : [told('keep', (keeps ? keepsIt : keepsNoMore)(way))]),
      ...(led === leads ? [] : [told('to', back)]),
    ];
  });
}

/**
 * The same two versions without what `keepingDifferences` tells, so that it is
 * not told twice.
 *
 * @internal
 */
export function withoutKeeping(
  before: WorkflowDefinition,
  after: WorkflowDefinition,
): [WorkflowDefinition, WorkflowDefinition] {
  const copies: [WorkflowDefinition, WorkflowDefinition] = JSON.parse(
    JSON.stringify([before, after]),
  );
  for (const { was, is } of pairsOf(...copies)) {
    const both = [was.transition, is.transition];
    const isOther = leadsToKept(both[0]) !== leadsToKept(both[1]);
    for (const transition of both as { to?: string; keep?: true }[]) {
      delete transition.keep;
      if (isOther) {
        delete transition.to;
      }
    }
  }
  return copies;
}

function pairsOf(
  before: WorkflowDefinition,
  after: WorkflowDefinition,
): Pair[] {
  const old = new Map(waysOf(before).map(way => [way.path.join('.'), way]));
  return waysOf(after).flatMap(is => {
    const { path } = is;
    const was = old.get(path.join('.'));
    return was && hasAsMany(before, after, is) ? [{ path, was, is }] : [];
  });
}

// Branches have no names: where there are more or fewer, which is which is
// not known.
function hasAsMany(
  before: WorkflowDefinition,
  after: WorkflowDefinition,
  { kind, from = '' }: Way,
): boolean {
  const [was, is] = [before, after].map(({ states }) => {
    const state = states[from];
    return state?.type === 'choice' ? state.choose.length : 0;
  });
  return kind !== 'choice' || was === is;
}

function keepsItem({ transition }: Way): boolean {
  return 'keep' in transition && transition.keep === true;
}

function nameOf({ states }: WorkflowDefinition, way: Way): Label {
  const { from, transition } = way;
  const own = (transition as { label?: Label }).label;
  const state = from === undefined ? undefined : states[from].label;
  return together(
    [state, own].flatMap(label => label ?? []),
    WITHIN,
  );
}

function targetOf(
  { states }: WorkflowDefinition,
  { from, transition }: Way,
): Label {
  const { to = from ?? '' } = transition;
  return states[to]?.label ?? PREVIOUS;
}
