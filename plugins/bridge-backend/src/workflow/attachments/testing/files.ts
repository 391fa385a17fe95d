import { deflateRawSync, deflateSync, crc32 } from 'zlib';
import sharp from 'sharp';

/** Where a camera says it was, in the words of its file. */
export const PLACE = 'Shanghai-Plant-7';

/** A photo that lies on its side and says where and by what it was taken. */
export function photo(
  kind: 'jpeg' | 'png' | 'webp',
  { width = 60, height = 40 } = {},
): Promise<Buffer> {
  const background = { r: 200, g: 60, b: 20 };
  return sharp({ create: { width, height, channels: 3, background } })
    .withMetadata({
      orientation: 6,
      exif: {
        IFD0: { Make: 'Camera', ImageDescription: PLACE },
        IFD3: { GPSLatitude: '31/1 13/1 0/1', GPSLatitudeRef: 'N' },
      },
    })
    .toFormat(kind)
    .toBuffer();
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG of a few kilobytes that says it has so many pixels on each side. */
export function bomb(side: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  // Eight bits of grey.
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** An archive with such parts, as far as anybody looks at it. */
export function archive(...parts: string[]): Buffer {
  const entries = parts.map(part => {
    const name = Buffer.from(part);
    const content = deflateRawSync(Buffer.from('<xml/>'));
    const head = Buffer.alloc(30);
    head.write('PK\x03\x04', 0, 'latin1');
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(name.length, 26);
    return Buffer.concat([head, name, content]);
  });
  return Buffer.concat(entries);
}
