import { failure } from '../kernel/failure.js';

/** One answer for an unknown login, a wrong password and a member who left: nothing tells them apart. */
export const signInRefused = failure('account.sign_in_refused', 401);
/** params: retryAfterSeconds */
export const signInThrottled = failure('account.sign_in_throttled', 429);
export const emailTaken = failure('account.email_taken', 409);
export const codeTaken = failure('account.code_taken', 409);
export const unitHasMembers = failure('account.unit_has_members', 409);
export const unitCircle = failure('account.unit_circle', 409);
export const unitClosed = failure('account.unit_closed', 409);
export const unitNameTaken = failure('account.unit_name_taken', 409);
export const memberLeft = failure('account.member_left', 409);
export const lastAdmin = failure('account.last_admin', 409);
export const notYourself = failure('account.not_yourself', 409);
