import { z } from 'zod';
import { memberId, unitId } from '../kernel/ids.js';
import { instant } from '../kernel/time.js';

/** What somebody has chosen on their account; null leaves it to the device. */
export const preferences = z.object({
  language: z.enum(['vi', 'en']).nullable(),
  scheme: z.enum(['light', 'dark', 'auto']).nullable(),
  /** Shortcuts of a single letter. */
  shortcuts: z.boolean().nullable(),
});
export type Preferences = z.infer<typeof preferences>;
/** `PUT /api/account/preferences`: what is not named stays. */
export const changePreferences = preferences.partial();
export type ChangePreferences = z.infer<typeof changePreferences>;

export const MIN_PASSWORD = 10;
export const newPassword = z.string().min(MIN_PASSWORD).max(200);

export const ownAccount = z.object({
  id: memberId,
  fullName: z.string(),
  code: z.string(),
  email: z.string().nullable(),
  unit: z.object({ id: unitId, name: z.string() }),
  /** Of the nearest unit at or above one's own that has any. */
  coordinators: z.array(z.string()),
  /** When one last set a password oneself. */
  passwordChangedAt: instant.nullable(),
});
export type OwnAccount = z.infer<typeof ownAccount>;

/** `PUT /api/account/password` */
export const changePassword = z.object({
  current: z.string().min(1).max(200),
  password: newPassword,
  /** Signs out of every other device. */
  endOthers: z.boolean().default(true),
});
export type ChangePassword = z.infer<typeof changePassword>;
/** How many other sessions ended. */
export const endedSessions = z.object({ ended: z.number().int() });
export type EndedSessions = z.infer<typeof endedSessions>;

/** `PUT /api/account/first-password`: in place of one that somebody else has given. */
export const firstPassword = z.object({ password: newPassword });
export type FirstPassword = z.infer<typeof firstPassword>;

export const DEVICE_KINDS = ['phone', 'tablet', 'computer', 'unknown'] as const;
export const ownSession = z.object({
  id: z.uuid(),
  /** The one that asks. */
  isThis: z.boolean(),
  kind: z.enum(DEVICE_KINDS),
  /** As they name themselves; empty when they do not. */
  system: z.string(),
  browser: z.string(),
  signedInAt: instant,
  /** To the minute. */
  lastUsedAt: instant,
});
export type OwnSession = z.infer<typeof ownSession>;
/** The one that asks first, then by last use; the hundred used last. */
export const ownSessions = z.object({ items: z.array(ownSession), next: z.null() });
export type OwnSessions = z.infer<typeof ownSessions>;
