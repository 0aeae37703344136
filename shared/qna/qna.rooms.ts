/** At most one tick of a room in this time. */
export const TICK_MS = 500;

/** Not `session:`, which is where the platform keeps the sockets of somebody who signed in. */
export const roomOf = (sessionId: string) => `audience:${sessionId}`;
export const deskOf = (sessionId: string) => `desk:${sessionId}`;
export const projectorOf = (sessionId: string) => `projector:${sessionId}`;
/** Rooms of the authors of a session's questions begin so. */
export const ownRoomsOf = (sessionId: string) => `own:${sessionId}:`;
export const ownRoomOf = ({ sessionId, id }: { sessionId: string; id: string }) =>
  `${ownRoomsOf(sessionId)}${id}`;
