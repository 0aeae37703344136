import { holderOf } from '../../../shared/kernel/viewer.js';

/** Those who make sessions choose two of them. */
export const seesKeyHolders = holderOf('moderator', 'organiser', 'admin');
