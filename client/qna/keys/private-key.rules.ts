/** Tells a private key from any other 43 letters, so that the wrong file is noticed before it is tried. */
const PREFIX = 'HDK1.';
const LENGTH = 43;

/** The private key (32 bytes, base64url) as people keep it. */
export const writtenKey = (privateKey: string): string => PREFIX + privateKey;

/** The private key in a file or in what was pasted, whatever stands around it; null when there is none. */
export function privateKeyIn(text: string): string | null {
  const marked = new RegExp(`HDK1\\.([A-Za-z0-9_-]{${LENGTH}})(?![A-Za-z0-9_-])`).exec(text);
  if (marked?.[1]) return marked[1];
  const bare = text.trim();
  return new RegExp(`^[A-Za-z0-9_-]{${LENGTH}}$`).test(bare) ? bare : null;
}

/** Short enough to compare by eye: which of one's keys a file belongs to. */
export const markOf = (publicKey: string): string => publicKey.slice(0, 8);

export const fileNameOf = (publicKey: string): string => `hai-dang-khoa-${markOf(publicKey)}.txt`;
