import { z } from 'zod';
import { visibleLine } from '../kernel/visible-text.js';

/** What a guest is called in one event or game; nothing else is asked of them. */
export const guestName = visibleLine(60, 2);

export const guestId = z.uuid().brand<'GuestId'>();
export type GuestId = z.infer<typeof guestId>;
