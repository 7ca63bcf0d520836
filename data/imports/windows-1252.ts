/**
 * The characters of bytes 0x80-0x9F; those that the encoding leaves open stay control characters, as the Encoding
 * Standard has it. Written out because Node's own decoder of this name has, in some versions, read them as Latin-1.
 */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const character = (byte: number): string =>
  byte >= 0x80 && byte < 0xa0 ? HIGH[byte - 0x80]! : String.fromCharCode(byte);

/** Text in Windows-1252, as Swedish Excel saves CSV. */
export const decodeWindows1252 = (bytes: Uint8Array): string => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (c) => character(c.charCodeAt(0)));
};

/** From a character to its byte; the control characters of Latin-1 too, which other programs put there. */
export const windows1252Bytes: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte) => byte).flatMap((byte) => [
    [String.fromCharCode(byte), byte] as const,
    [character(byte), byte] as const,
  ]),
);
