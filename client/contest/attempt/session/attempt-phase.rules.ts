/**
 * `answering`: this device leads. `reading`: another device or tab leads. `leaving`: submission confirmed, not yet
 * acknowledged. `closing`: the time is up. `over`: the server has closed the attempt.
 */
export type AttemptPhase = 'answering' | 'reading' | 'leaving' | 'closing' | 'over';

export function phaseOf(facts: {
  isSubmitted: boolean;
  timeIsUp: boolean;
  leads: boolean;
  wantsToSubmit: boolean;
}): AttemptPhase {
  if (facts.isSubmitted) return 'over';
  if (facts.timeIsUp) return 'closing';
  if (!facts.leads) return 'reading';
  return facts.wantsToSubmit ? 'leaving' : 'answering';
}

/**
 * What the header says of saving. `kept`: safe on the device, not sent. `unkept`: not sent, and the browser refuses
 * to store it. `refused`: the server does not take it.
 */
export type SaveSign = 'none' | 'saving' | 'saved' | 'kept' | 'unkept' | 'refused';

/** From here on a save that is under way is worth a word, in ms. */
export const SAVING_SHOWN_AFTER_MS = 400;

export function saveSignOf(facts: {
  unsent: number;
  refused: number;
  isOffline: boolean;
  isOnDevice: boolean;
  /** The unsent have waited for `SAVING_SHOWN_AFTER_MS`. */
  isSlow: boolean;
  hasSaved: boolean;
}): SaveSign {
  if (facts.refused > 0) return 'refused';
  if (facts.unsent > 0 && facts.isOffline) return facts.isOnDevice ? 'kept' : 'unkept';
  if (facts.unsent > 0 && facts.isSlow) return 'saving';
  return facts.hasSaved ? 'saved' : 'none';
}
