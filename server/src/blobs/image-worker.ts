import { LIMITS } from '@talkoot/protocol';
import sharp, { type Metadata, type Sharp } from 'sharp';
import type { ImageAnswer, ImageJob, ImageType } from './image-process.ts';

// A process of its own: the decoders are native code that reads strangers' files. It ends with the server.
process.on('disconnect', () => process.exit(0));
process.on('message', (job: ImageJob) => {
  void encodeAnew(job).then((answer) => process.send?.(answer));
});

async function encodeAnew({ bytes, mediaType, seconds }: ImageJob): Promise<ImageAnswer> {
  const rss = (): number => process.memoryUsage.rss();
  try {
    const animated = mediaType === 'image/gif' || mediaType === 'image/webp';
    const image = sharp(bytes, { animated, limitInputPixels: LIMITS.uploadPixels, failOn: 'error' });
    if (isBomb(await image.metadata())) return { problem: 'upload-too-large', rss: rss() };
    const encoded = encode(image.autoOrient().timeout({ seconds }), mediaType);
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.pageHeight ?? info.height, rss: rss() };
  } catch (error) {
    const tooLarge = error instanceof Error && /pixel limit/i.test(error.message);
    return { problem: tooLarge ? 'upload-too-large' : 'upload-broken', rss: rss() };
  }
}

/** A small file can hold a huge picture, or a small picture very many times. */
function isBomb({ width, height, pageHeight, pages = 1 }: Metadata): boolean {
  return width * (pageHeight ?? height) * pages > LIMITS.uploadPixels;
}

function encode(image: Sharp, mediaType: ImageType): Sharp {
  switch (mediaType) {
    case 'image/png':
      return image.png({ compressionLevel: 9 });
    case 'image/jpeg':
      return image.jpeg({ quality: 88 });
    case 'image/webp':
      return image.webp({ quality: 88 });
    case 'image/gif':
      return image.gif();
  }
}
