import { holderOf } from '../../shared/kernel/viewer.js';

/** The bank is one for the organisation: whoever organises contests writes and reviews its questions. */
export const canUseBank = holderOf('organiser', 'admin');
