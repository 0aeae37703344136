import type { DeskRole } from '../../../shared/qna/session.schema.js';
import { roleMoves } from './state/desk-may.rules.js';

type ShownKey = { keys: string; name: string; isFor: (role: DeskRole) => boolean };

const everybody = () => true;

/** The keys named at the foot of the desk; all of them are under `?`. */
const KEYS: ShownKey[] = [
  { keys: 'j k', name: 'step', isFor: everybody },
  { keys: 'a', name: 'approve', isFor: (role) => roleMoves(role, 'approve') },
  { keys: 'x', name: 'decline', isFor: (role) => roleMoves(role, 'decline') },
  { keys: 'm', name: 'merge', isFor: (role) => roleMoves(role, 'merge') },
  { keys: 't', name: 'answerNow', isFor: (role) => roleMoves(role, 'answer_now') },
  { keys: 'h', name: 'answered', isFor: (role) => role === 'host' },
  { keys: 'p', name: 'project', isFor: (role) => role === 'host' },
  { keys: 'w', name: 'write', isFor: (role) => role === 'scribe' },
  { keys: 'z', name: 'undo', isFor: everybody },
  { keys: '?', name: 'all', isFor: everybody },
];

export const shownKeys = (role: DeskRole) => KEYS.filter((key) => key.isFor(role));
