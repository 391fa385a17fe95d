import type { BridgeError } from '@techbridge/plugin-bridge-common';
import { ReactNode } from 'react';
import { ErrorNotice } from './ErrorNotice';
import { RowSkeleton } from './RowSkeleton';

/** Shows what was loaded; before that its shape, or why it did not come. @internal */
export function Loaded<TValue>(props: {
  load: { value?: TValue; error?: BridgeError; retry(): void };
  /** What is said while it loads. */
  loading: string;
  /** What could not be loaded. */
  failed: string;
  children(value: TValue): ReactNode;
}) {
  const { load, loading, failed, children } = props;
  const { value, error, retry } = load;
  if (error) {
    return <ErrorNotice title={failed} error={error} onRetry={retry} />;
  }
  if (value === undefined) {
    return <RowSkeleton label={loading} />;
  }
  return <>{children(value)}</>;
}
