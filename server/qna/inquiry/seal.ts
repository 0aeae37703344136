import { createHash, randomBytes } from 'node:crypto';
import sodium from 'libsodium-wrappers';
import { z } from 'zod';
import type { OpenedAuthor } from '../../../shared/qna/opening.schema.js';
import { inquiryId, participantId } from '../../../shared/qna/session.schema.js';

const sealedAuthor = z.object({
  v: z.literal(1),
  inquiryId,
  participantId,
  kind: z.enum(['member', 'guest']),
  name: z.string(),
  unit: z.string(),
});
export type SealedAuthor = Omit<z.infer<typeof sealedAuthor>, 'v'>;

/** Contents are filled up to a multiple of this, for the length of a box would tell long names from short ones. */
const BLOCK = 1024;
const SALT_BYTES = 32;

/**
 * The author of a question in two boxes, one in the other: `keys[0]` opens the outer one, `keys[1]` the inner one
 * (X25519 public keys, base64url). `hash` holds SHA-256 of the inner box and of the content, joined by a dot, by which
 * what comes out can be checked; 32 random bytes in the content keep anybody from guessing it.
 */
export async function sealAuthor(
  author: SealedAuthor,
  keys: readonly [string, string],
): Promise<{ sealed: string; hash: string }> {
  await sodium.ready;
  const { inquiryId: ofInquiry, participantId: who, kind, name, unit } = author;
  const salt = randomBytes(SALT_BYTES).toString('base64url');
  const content = filled({ v: 1, inquiryId: ofInquiry, participantId: who, kind, name, unit, salt });
  const inner = sodium.crypto_box_seal(content, bytesOf(keys[1]));
  const outer = sodium.crypto_box_seal(Buffer.from(textOf(inner)), bytesOf(keys[0]));
  return { sealed: textOf(outer), hash: `${sha256(inner)}.${sha256(content)}` };
}

/** The inner box, from what the first key made of the outer one; null when it is not what was sealed. */
export function innerBoxOf(opened: string, hash: string): string | null {
  const box = bytesOf(opened).toString('latin1');
  return sha256(bytesOf(box)) === hash.split('.')[0] ? textOf(bytesOf(box)) : null;
}

/** The author, from what the second key made of the inner box; null when it is not what was sealed. */
export function authorOf(opened: string, hash: string): SealedAuthor | null {
  const content = bytesOf(opened);
  if (sha256(content) !== hash.split('.')[1]) return null;
  return sealedAuthor.parse(JSON.parse(content.toString('utf8')));
}

/** What was found, for the eyes of one key holder. */
export async function sealOpened({ name, unit }: OpenedAuthor, publicKey: string): Promise<string> {
  await sodium.ready;
  return textOf(sodium.crypto_box_seal(filled({ name, unit }), bytesOf(publicKey)));
}

/** Whether something can be sealed to the key: not every 32 bytes are a point that keeps a secret. */
export async function isUsableKey(publicKey: string): Promise<boolean> {
  await sodium.ready;
  try {
    return sodium.crypto_box_seal(new Uint8Array(1), bytesOf(publicKey)).length > 0;
  } catch {
    return false;
  }
}

/** JSON may end in blanks: whoever parses it does not notice them. */
function filled(value: object): Buffer {
  const json = Buffer.from(JSON.stringify(value));
  return Buffer.concat([json, Buffer.alloc(BLOCK - (json.length % BLOCK), ' ')]);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text, 'base64url');
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
