import { failure } from '../kernel/failure.js';

export const noSuchCode = failure('qna.no_such_code', 404);
export const guestsNotAllowed = failure('qna.guests_not_allowed', 403);
export const removedFromSession = failure('qna.removed', 403);
export const notAccepting = failure('qna.not_accepting', 409);
/** Guests of this session have no vote. */
export const membersVote = failure('qna.members_vote', 403);
export const votingClosed = failure('qna.voting_closed', 409);
/** A vote comes a moment too late: the question has its answer. */
export const answeredAlready = failure('qna.answered', 409);
export const sessionEnded = failure('qna.ended', 409);
/** Somebody has asked in it: it is not deleted any more. */
export const sessionUsed = failure('qna.used', 409);
/** It is not a draft any more. */
export const publishedAlready = failure('qna.published', 409);
/** params: retryAfterSeconds */
export const askSlower = failure('qna.ask_slower', 429);
/** params: allowed */
export const askedEnough = failure('qna.asked_enough', 409);
export const mustBeAnonymous = failure('qna.must_be_anonymous', 409);
/** It was written by who used the device before. */
export const otherPerson = failure('qna.other_person', 409);
export const ownVote = failure('qna.own_vote', 409);
/** The author's change comes too late: it was taken up or has support. */
export const editTooLate = failure('qna.edit_too_late', 409);
/** Somebody was first. params: state, by */
export const movedAlready = failure('qna.moved_already', 409);
/** Somebody is at it. params: by */
export const lockedByOther = failure('qna.locked', 409);
/** The move does not fit the state. params: state */
export const moveNotPossible = failure('qna.move_not_possible', 409);
export const roleNotEnough = failure('qna.role_not_enough', 403);
/** Something else happened to it since. */
export const undoTooLate = failure('qna.undo_too_late', 409);
/** params: name */
export const keyMissing = failure('qna.key_missing', 409);
/** The key is somebody else's: two keys of a session must be two people. */
export const keyTaken = failure('qna.key_taken', 409);
export const notSealed = failure('qna.not_sealed', 409);
export const wrongBox = failure('qna.wrong_box', 400);
export const notYourTurn = failure('qna.not_your_turn', 409);
