import { z } from 'zod';

/** Control characters, and those that turn the direction of the text around them. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** What a guest is called in one event or game; nothing else is asked of them. */
export const guestName = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .refine((name) => !UNSEEN.test(name), 'control_characters');

export const guestId = z.uuid().brand<'GuestId'>();
export type GuestId = z.infer<typeof guestId>;
