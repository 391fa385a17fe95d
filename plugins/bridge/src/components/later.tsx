import Skeleton from '@material-ui/lab/Skeleton';
import { ComponentType, lazy, Suspense } from 'react';

/**
 * A part of a page that is loaded when it is drawn, so that what stands above it
 * does not wait for it.
 *
 * @param load - an `import()` of its module, and which of its exports it is
 * @param height - of its place while it loads; without it nothing is shown
 * @internal
 */
export function later<TProps extends object>(
  load: () => Promise<ComponentType<TProps>>,
  height?: number,
): ComponentType<TProps> {
  const part = lazy(async () => ({ default: await load() }));
  // React draws what is lazy as it draws the component itself.
  const Part = part as unknown as ComponentType<TProps>;
  return function Later(props: TProps) {
    return (
      <Suspense
        fallback={height && <Skeleton variant="rect" height={height} />}
      >
        <Part {...props} />
      </Suspense>
    );
  };
}
