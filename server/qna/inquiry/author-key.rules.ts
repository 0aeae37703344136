import { createHash, createHmac } from 'node:crypto';

/** What is kept of the key that only the author's device has. */
export function hashOfKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** Says that somebody asked a question, to whoever has the secret and to nobody else. */
export function authorTag(secret: string, inquiryId: string, participantId: string): string {
  return createHmac('sha256', secret).update(`${inquiryId} ${participantId}`).digest('base64url');
}
