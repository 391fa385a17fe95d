import { useEffect, useRef, useState } from 'react';

/** A little before it comes into sight. */
const AHEAD = '200px';

/** Whether an element has ever come into sight. @internal */
export function useWasSeen<TElement extends Element>() {
  const element = useRef<TElement>(null);
  const [seen, setSeen] = useState(
    () => typeof IntersectionObserver === 'undefined',
  );
  useEffect(() => {
    if (seen || !element.current) {
      return undefined;
    }
    const observer = new IntersectionObserver(
      entries => setSeen(entries.some(({ isIntersecting }) => isIntersecting)),
      { rootMargin: AHEAD },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [seen]);
  return { element, seen };
}
