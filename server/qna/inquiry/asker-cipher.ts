import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** A key out of a secret, for one purpose. */
function keyOf(secret: string | Buffer, salt: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, purpose, KEY_BYTES));
}

export const keyOfSecret = (secret: string): Buffer => keyOf(secret, '', 'haidang anonymous askers');

/** AES-256-GCM of JSON, as text. */
export function boxOf(key: Buffer, content: unknown): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** What is in a box; throws when it was not made with this key. */
export function contentOf(key: Buffer, box: string): unknown {
  const bytes = Buffer.from(box, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
  return JSON.parse(Buffer.concat([decipher.update(body), decipher.final()]).toString());
}

/**
 * The half of a key that two nodes agree on, each with its own half and with the secret that only nodes of this database
 * have. It ends with the process, so whoever comes upon both the messages and the secret later still reads nothing.
 */
export class HalfKey {
  private readonly own: KeyObject;
  /** To be told to the other node. */
  readonly public: string;

  constructor(private readonly nodesSecret: string) {
    const { privateKey, publicKey } = generateKeyPairSync('x25519');
    this.own = privateKey;
    this.public = publicKey.export({ type: 'spki', format: 'der' }).toString('base64url');
  }

  with(other: string): Buffer {
    const publicKey = createPublicKey({ key: Buffer.from(other, 'base64url'), type: 'spki', format: 'der' });
    const shared = diffieHellman({ privateKey: this.own, publicKey });
    return keyOf(shared, this.nodesSecret, 'haidang nodes');
  }
}
