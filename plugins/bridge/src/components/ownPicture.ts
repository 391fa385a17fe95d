const DRAWN = /^data:image\/(png|jpeg|gif|webp);base64,/i;

/**
 * The address of a picture in Markdown, or none when it lies on another host:
 * that host must not learn who reads the page.
 *
 * @internal
 */
export function ownPicture(address: string): string {
  if (DRAWN.test(address)) {
    return address;
  }
  try {
    const { origin } = new URL(address, window.location.href);
    return origin === window.location.origin ? address : '';
  } catch {
    return '';
  }
}
