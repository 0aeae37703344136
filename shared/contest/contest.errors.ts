import { failure } from '../kernel/failure.js';

export const contestNotDraft = failure('contest.not_draft', 409);
export const contestNotPublished = failure('contest.not_published', 409);
/** All rounds are over: what was reached stays. */
export const contestOver = failure('contest.over', 409);
/** It can be put away once it is over. */
export const contestNotOver = failure('contest.not_over', 409);
export const contestNeedsRound = failure('contest.needs_round', 409);
/** params: problems (how many block) */
export const contestNotReady = failure('contest.not_ready', 409);
export const windowOnlyExtends = failure('contest.window_only_extends', 409);
export const windowInvalid = failure('contest.window_invalid', 400);
export const roundNotOpen = failure('round.not_open', 409);
export const roundClosed = failure('round.closed', 409);
/** So little is left that an attempt would end as it begins. */
export const roundEnding = failure('round.ending', 409);
export const notEligible = failure('round.not_eligible', 403);
/** params: allowed */
export const attemptsUsedUp = failure('round.attempts_used_up', 409);
export const standingsHidden = failure('standings.hidden', 409);
export const attemptOver = failure('attempt.over', 409);
/** It was submitted by whose it is: nothing of the server's is there to be taken back. */
export const attemptSubmittedByMember = failure('attempt.submitted_by_member', 409);
/** The key has been shown to whoever would go on with it. */
export const answersShown = failure('attempt.answers_shown', 409);
/** Nobody's attempt was ended by the server and can go on. */
export const nothingToReopen = failure('attempt.nothing_to_reopen', 409);
/** More minutes would change nothing for this person. */
export const extraTimeUseless = failure('round.extra_time_useless', 409);
export const attemptRunning = failure('attempt.running', 409);
/** Another device leads. params: epoch */
export const attemptElsewhere = failure('attempt.elsewhere', 409);
export const noSuchPosition = failure('attempt.no_such_position', 404);
export const responseOfOtherType = failure('attempt.response_of_other_type', 400);
export const blueprintUnfillable = failure('round.blueprint_unfillable', 409);
