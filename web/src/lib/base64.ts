/** The bytes of a file as base64, in slices, for the arguments of a call are limited. */
export function base64(bytes: Uint8Array): string {
  const slices: string[] = [];
  for (let from = 0; from < bytes.length; from += 0x8000) {
    slices.push(String.fromCharCode(...bytes.subarray(from, from + 0x8000)));
  }
  return btoa(slices.join(''));
}
