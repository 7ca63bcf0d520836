/** Whether this browser can unpack what the page carries packed. */
export const canUnpack = (): boolean => typeof DecompressionStream === 'function';

/** A text that `packed` of `versions.ts` made: deflated (RFC 1951), in base64. */
export function unpack(text: string): Promise<string> {
  const bytes = Uint8Array.from(atob(text.trim()), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).text();
}
