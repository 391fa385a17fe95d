import { useCallback, useEffect, useRef, useState } from 'react';

/** What is being typed, and the revision that it started from. @internal */
export interface Draft<TValues> {
  values: TValues;
  revision: number;
}

/** A draft with the ways to change it. @internal */
export interface DraftState<TValues> extends Draft<TValues> {
  /** Whether it was typed earlier and found again. */
  restored: boolean;
  change(changes: Partial<TValues>): void;
  /** Starts from a newer revision, with the values as they are. */
  rebase(revision: number): void;
  /** Takes back all changes. */
  discard(): void;
  /** Says that the values are saved elsewhere, so that none are kept here. */
  forget(): void;
}

/**
 * Keeps what is being typed in this tab until it is saved: a reload, or a way
 * to another page and back, loses nothing. Closing the tab asks first, and
 * leaves nothing behind on a machine that several people use.
 *
 * @param key - whose draft of what it is
 * @param same - whether two say the same; must not change
 * @internal
 */
export function useDraft<TValues extends object>(
  key: string,
  start: Draft<TValues>,
  same: (one: TValues, other: TValues) => boolean,
): DraftState<TValues> {
  const [{ draft, restored }, setState] = useState(() => {
    const kept = readDraft<TValues>(key);
    return kept && !same(kept.values, start.values)
      ? { draft: kept, restored: true }
      : { draft: start, restored: false };
  });
  const saved = useRef(false);
  const first = useRef(start);
  const changed = !same(draft.values, first.current.values);

  useEffect(() => {
    if (!saved.current) {
      keepDraft(key, changed ? draft : undefined);
    }
  }, [key, draft, changed]);
  useQuestionOnLeaving(changed, saved);

  return {
    ...draft,
    restored,
    change: useCallback(
      changes =>
        setState(state => ({
          ...state,
          draft: {
            ...state.draft,
            values: { ...state.draft.values, ...changes },
          },
        })),
      [],
    ),
    rebase: useCallback(
      revision =>
        setState(state => ({ ...state, draft: { ...state.draft, revision } })),
      [],
    ),
    discard: useCallback(
      () => setState({ draft: first.current, restored: false }),
      [],
    ),
    forget: useCallback(() => {
      saved.current = true;
      keepDraft(key, undefined);
    }, [key]),
  };
}

/** The browser asks before it closes a tab with unsaved words. */
function useQuestionOnLeaving(
  changed: boolean,
  saved: { readonly current: boolean },
) {
  useEffect(() => {
    if (!changed) {
      return undefined;
    }
    const ask = (event: BeforeUnloadEvent) => {
      if (!saved.current) {
        event.preventDefault();
      }
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [changed, saved]);
}

function readDraft<TValues>(key: string): Draft<TValues> | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function keepDraft(key: string, draft: Draft<unknown> | undefined) {
  try {
    if (draft) {
      sessionStorage.setItem(key, JSON.stringify(draft));
    } else {
      sessionStorage.removeItem(key);
    }
  } catch {
    // A full or forbidden store takes the safety net away, not the form.
  }
}
