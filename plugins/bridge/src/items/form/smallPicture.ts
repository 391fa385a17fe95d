import { dataUrlOf } from '../../components/dataUrlOf';

/** The longest side that is tried, in points; the next one when too large. */
const SIDES = [1600, 1200, 900, 640, 420];

const QUALITY = 0.82;

/**
 * A picture as a data URL of at most so many characters: a photo of a phone is
 * made smaller until it fits.
 *
 * @returns undefined where the file is no picture that the browser can read
 * @internal
 */
export async function smallPicture(
  file: File,
  most: number,
): Promise<string | undefined> {
  try {
    const picture = await load(await dataUrlOf(file));
    for (const side of SIDES) {
      const text = drawn(picture, side);
      if (text && text.length <= most) {
        return text;
      }
    }
    return undefined;
  } catch {
    return undefined;
  }
}

function load(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image();
    picture.onload = () => resolve(picture);
    picture.onerror = reject;
    picture.src = address;
  });
}

/** Drawn anew, a picture also loses what its camera wrote into it. */
function drawn(picture: HTMLImageElement, side: number): string | undefined {
  const { naturalWidth: width, naturalHeight: height } = picture;
  const scale = Math.min(1, side / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (!context || canvas.width === 0 || canvas.height === 0) {
    return undefined;
  }
  // A transparent drawing becomes black in a JPEG otherwise.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', QUALITY);
}
