import { all, find } from './dom.js';
import { canUnpack, unpack } from './unpack.js';

let pictures: Promise<readonly string[]> | null = null;

/** Shows the pictures of a part that was unfolded: `pictures.ts`. Where they cannot be unpacked their texts stand. */
export async function showPictures(within: ParentNode): Promise<void> {
  const images = all<HTMLImageElement>('img[data-picture]', within);
  const source = find<HTMLScriptElement>('#pictures');
  if (images.length === 0 || !source || !canUnpack()) return;
  pictures ??= unpack(source.text).then((text) => JSON.parse(text) as string[]);
  const list = await pictures;
  for (const image of images) {
    image.src += list[Number(image.dataset['picture'])] ?? '';
    delete image.dataset['picture'];
  }
}
