/** At most one tick of a room in this time. */
export const TICK_MS = 500;

/** Not `session:`, which is where the platform keeps the sockets of somebody who signed in. */
export const roomOf = (sessionId: string) => `audience:${sessionId}`;
export const deskOf = (sessionId: string) => `desk:${sessionId}`;
export const projectorOf = (sessionId: string) => `projector:${sessionId}`;
export const ownRoomOf = (inquiryId: string) => `own:${inquiryId}`;
