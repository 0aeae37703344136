import { hasRoleOver, holderOf, type Viewer } from '../../../shared/kernel/viewer.js';

/** Who may hold a Q&A session of their own. */
export const canCreateSession = holderOf('moderator', 'organiser', 'admin');

/** Settings, team and removals: whoever made the session, and administrators of the whole organisation. */
export function managesSession(viewer: Viewer, session: { createdBy: string }): boolean {
  return session.createdBy === viewer.memberId || hasRoleOver(viewer, ['admin'], []);
}
