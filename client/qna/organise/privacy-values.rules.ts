import type { AnonymityLevel } from '../../../shared/qna/session.schema.js';

/** What is chosen once for a session, as the fields hold it. */
export type PrivacyValues = {
  level: AnonymityLevel;
  /** Whether two people hold keys; always at level `hidden`. */
  held: boolean;
  /** Their ids; empty while nobody is chosen. */
  holders: [string, string];
};

export const isHeld = ({ level, held }: PrivacyValues): boolean => level === 'hidden' || held;
