import { openedAuthor, type OpenedAuthor } from '../../../shared/qna/opening.schema.js';

export type KeyPair = { publicKey: string; privateKey: string };

/** The sealing library is large and needed by few: it comes when a key is made or used. */
async function sealing() {
  const { default: sodium } = await import('libsodium-wrappers');
  await sodium.ready;
  const variant = sodium.base64_variants.URLSAFE_NO_PADDING;
  return {
    sodium,
    bytesOf: (text: string) => sodium.from_base64(text, variant),
    textOf: (bytes: Uint8Array) => sodium.to_base64(bytes, variant),
  };
}

/** A new X25519 pair, base64url without padding. */
export async function makeKeyPair(): Promise<KeyPair> {
  const { sodium, textOf } = await sealing();
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  return { publicKey: textOf(publicKey), privateKey: textOf(privateKey) };
}

/** What lies in a sealed box, as base64url of its bytes; null when this key does not open it. */
export async function openBox(box: string, privateKey: string): Promise<string | null> {
  const { sodium, bytesOf, textOf } = await sealing();
  try {
    const secret = bytesOf(privateKey);
    const opened = sodium.crypto_box_seal_open(bytesOf(box), sodium.crypto_scalarmult_base(secret), secret);
    return textOf(opened);
  } catch {
    return null;
  }
}

/** The author in a box that was sealed for the reader once all is open; null when the key does not open it. */
export async function readAuthor(box: string, privateKey: string): Promise<OpenedAuthor | null> {
  const opened = await openBox(box, privateKey);
  if (opened === null) return null;
  const { bytesOf } = await sealing();
  const found: unknown = JSON.parse(new TextDecoder().decode(bytesOf(opened)));
  return openedAuthor.parse(found);
}
