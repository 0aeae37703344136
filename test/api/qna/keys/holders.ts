import sodium from 'libsodium-wrappers';
import { expect } from 'vitest';
import { memberId, type MemberId } from '../../../../shared/kernel/ids.js';
import { opening, type Opening } from '../../../../shared/qna/opening.schema.js';
import type { TestApp } from '../../../support/app.js';
import type { Agent } from '../../../support/world.js';

/** A member with a key pair; the private half is here alone, as it would be on a device. */
export type Holder = Agent & { id: MemberId; publicKey: string; unseal: (box: string) => string };

export async function makeHolder(world: TestApp, fullName: string): Promise<Holder> {
  await sodium.ready;
  const agent = await world.member({ fullName });
  const pair = sodium.crypto_box_keypair();
  const publicKey = toText(pair.publicKey);
  const answer = await agent.put('/api/qna-key-holders/me', { publicKey });
  expect(answer.status).toBe(200);
  return {
    ...agent,
    id: memberId.parse(agent.memberId),
    publicKey,
    unseal: (box) => toText(sodium.crypto_box_seal_open(toBytes(box), pair.publicKey, pair.privateKey)),
  };
}

export const openingOf = (answer: { body: unknown }): Opening => opening.parse(answer.body);

/** What an opened box says. */
export function jsonIn(opened: string): unknown {
  return JSON.parse(Buffer.from(opened, 'base64url').toString('utf8'));
}

function toText(bytes: Uint8Array): string {
  return sodium.to_base64(bytes, sodium.base64_variants.URLSAFE_NO_PADDING);
}

function toBytes(text: string): Uint8Array {
  return sodium.from_base64(text, sodium.base64_variants.URLSAFE_NO_PADDING);
}
