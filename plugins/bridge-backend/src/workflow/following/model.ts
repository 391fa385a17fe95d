import {
  Directory,
  mergeOf,
  rolePeople,
  StepContext,
  undoOf,
  WorkflowDefinition,
  WorkItem,
} from '@techbridge/bridge-workflow';
import {
  BridgeError,
  errorMessages,
  FieldProblem,
  formatMessage,
  Item,
} from '@techbridge/plugin-bridge-common';

/** Who follows an item, as far as a person is told. @internal */
export interface Following {
  supporters: number;
  watchers: number;
  /** Whether the person counts among the supporters. */
  mine: boolean;
  /** Whether the person does so by a support, which can be taken back. */
  given: boolean;
  /** Who recorded that support. */
  recordedBy?: string;
  watching: boolean;
}

/** An item that nobody follows. @internal */
export const NOBODY: Following = {
  ...{ supporters: 0, watchers: 0 },
  ...{ mine: false, given: false, watching: false },
};

/** The role of a workflow whose people speak for others as well. */
const ANALYST = 'analyst';

/** What an item hears once it has as many more supporters as it waits for. @internal */
export const SUPPORTED = 'supported';

/**
 * How many more supporters an item waits for where it stands; none where it
 * does not listen.
 *
 * @internal
 */
export function supportersAwaited({
  definition,
  item,
}: Pick<Followable, 'definition' | 'item'>): number | undefined {
  const { events } = definition.states[item.state];
  const { reopenSupporters: wanted } = item.data;
  return Object.hasOwn(events, SUPPORTED) && typeof wanted === 'number'
    ? wanted
    : undefined;
}

/** An item with who is who for it. @internal */
export interface Followable {
  definition: WorkflowDefinition;
  directory: Directory;
  item: WorkItem;
}

/**
 * Whether a person may say that others support an item: the super users and the
 * owners of its system, and the analysts of its workflow.
 *
 * @internal
 */
export function maySupportForOthers(
  { definition, directory, item }: Followable,
  person: string,
): boolean {
  const { system } = item.data;
  const known = typeof system === 'string' ? system : '';
  return [
    ...directory.superUsersOf(known).map(({ ref }) => ref),
    ...directory.ownersOf(known),
    ...rolePeople(definition, ANALYST, item, directory),
  ].includes(person);
}

/**
 * Why a person cannot support an item, nor take it back: the matter is the
 * person's own, also where it came in by a duplicate.
 *
 * @internal
 */
export function refuseOwn(
  { createdBy }: WorkItem,
  { mine, given }: Following,
  person: string,
): BridgeError | undefined {
  return createdBy === person || (mine && !given)
    ? new BridgeError('support-own')
    : undefined;
}

/** How an item is followed and merged, as a person sees it. @internal */
export function presentFollowing(
  followable: Followable,
  following: Following,
  context: StepContext,
): Pick<Item, 'support' | 'watch' | 'merge' | 'merged'> {
  const { definition, item } = followable;
  const { actor } = context;
  const refusal = refuseOwn(item, following, actor);
  const merge = mergeOf(definition, item, context);
  const merged = undoOf(definition, item, context);
  return {
    support: {
      count: following.supporters,
      mine: following.mine,
      ...(following.recordedBy &&
        following.recordedBy !== actor && { recordedBy: following.recordedBy }),
      allowed: !refusal,
      ...(refusal && { why: whyOf(refusal) }),
      forOthers: maySupportForOthers(followable, actor),
    },
    watch: { on: following.watching, count: following.watchers },
    ...(merge && { merge }),
    ...(merged && { merged }),
  };
}

function whyOf({ code, params }: BridgeError) {
  const sentence = (language: 'en' | 'zh') =>
    formatMessage(errorMessages[code], params, language);
  return { code, en: sentence('en'), zh: sentence('zh') };
}

/**
 * Why an item cannot be merged into another one, if it cannot.
 *
 * @internal
 */
export function mergeProblem(
  { item, definition }: Pick<Followable, 'item' | 'definition'>,
  into: string,
  target: { kind: string; item: WorkItem } | undefined,
): Omit<FieldProblem, 'path'> | undefined {
  const params = { value: into };
  if (into === item.key) {
    return { code: 'same-item', params };
  }
  if (!target) {
    return { code: 'unknown-item', params };
  }
  if (target.kind !== definition.subject.kind) {
    const { en, zh } = definition.title;
    const kinds = { kindEn: en, kindZh: zh };
    return { code: 'wrong-kind-of-item', params: { ...params, ...kinds } };
  }
  const other = target.item.merged?.into;
  if (other === item.key) {
    return { code: 'duplicate-of-this', params };
  }
  return other === undefined
    ? undefined
    : { code: 'is-duplicate', params: { ...params, into: other } };
}
