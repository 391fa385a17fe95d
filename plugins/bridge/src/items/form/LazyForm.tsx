import Skeleton from '@material-ui/lab/Skeleton';
import { forwardRef, lazy, Suspense } from 'react';
import type { FormHandle, FormProps } from './FormHandle';

const GeneratedForm = lazy(() =>
  import('./GeneratedForm').then(form => ({ default: form.GeneratedForm })),
);

/** A generated form; what draws it is loaded when the first one opens. @internal */
export const LazyForm = forwardRef<FormHandle, FormProps>((props, ref) => (
  <Suspense fallback={<Skeleton variant="rect" height={160} />}>
    <GeneratedForm {...props} ref={ref} />
  </Suspense>
));
