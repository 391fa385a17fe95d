import Skeleton from '@material-ui/lab/Skeleton';
import { ComponentProps, lazy, Suspense } from 'react';

const ConditionsEditor = lazy(() =>
  import('./ConditionsEditor').then(editor => ({
    default: editor.ConditionsEditor,
  })),
);

/** The editor of conditions; it is loaded when somebody sets some. @internal */
export function LazyConditions(props: ComponentProps<typeof ConditionsEditor>) {
  return (
    <Suspense fallback={<Skeleton variant="rect" width="100%" height={160} />}>
      <ConditionsEditor {...props} />
    </Suspense>
  );
}
