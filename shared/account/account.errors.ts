import { failure } from '../kernel/failure.js';

/** One answer for an unknown login, a wrong password and a member who left: nothing tells them apart. */
export const signInRefused = failure('account.sign_in_refused', 401);
/** params: retryAfterSeconds */
export const signInThrottled = failure('account.sign_in_throttled', 429);
/** One answer for a slip that never was, was used, was replaced or has run out. */
export const slipRefused = failure('account.slip_refused', 401);
export const passwordWrong = failure('account.password_wrong', 409);
/** The new password is the one before. */
export const passwordSame = failure('account.password_same', 409);
/** There is nothing to replace: the password is the member's own already. */
export const passwordOwn = failure('account.password_own', 409);
/** More than can be printed at once. params: max */
export const tooManySlips = failure('account.too_many_slips', 409);
/** params: max (bytes of a file of members, or rows in it) */
export const memberFileTooLarge = failure('member_import.too_large', 413);
export const memberFileDamaged = failure('member_import.damaged', 400);
export const memberFileLocked = failure('member_import.locked', 400);
export const memberFileEmpty = failure('member_import.empty', 400);
/** params: missing (columns, with commas between), headings (those of the file, a line each) */
export const memberFileColumns = failure('member_import.columns', 400);
export const memberImportRunning = failure('member_import.running', 409);
export const memberImportStopped = failure('member_import.stopped', 409);
/** Nothing of what was chosen is left to do. */
export const memberImportNothing = failure('member_import.nothing', 409);
export const emailTaken = failure('account.email_taken', 409);
export const codeTaken = failure('account.code_taken', 409);
export const unitHasMembers = failure('account.unit_has_members', 409);
export const unitCircle = failure('account.unit_circle', 409);
export const unitClosed = failure('account.unit_closed', 409);
export const unitNameTaken = failure('account.unit_name_taken', 409);
export const memberLeft = failure('account.member_left', 409);
export const lastAdmin = failure('account.last_admin', 409);
export const notYourself = failure('account.not_yourself', 409);
