/** Who knocks. Administrators and organisers come twice: of the whole organisation, and of one unit alone. */
export const PEOPLE = [
  'outsider',
  'member',
  'coordinator',
  'moderator',
  'unitOrganiser',
  'organiser',
  'unitAdmin',
  'admin',
] as const;
export type Person = (typeof PEOPLE)[number];

/**
 * Whom a route or event lets in at all, written by hand from who is to do what; what somebody may then do to a thing
 * of somebody else is tested where the thing is. `x` opens, `-` does not, in the order of PEOPLE. A socket event is
 * named by its namespace.
 */
const DOORS = `
# Before and around signing in
  x xx x xx xx  GET    /api/health
  x xx x xx xx  GET    /api/session
  x xx x xx xx  POST   /api/session
  - xx x xx xx  DELETE /api/session
  x xx x xx xx  POST   /api/session/slip

# One's own account
  - xx x xx xx  GET    /api/account
  - xx x xx xx  PUT    /api/account/preferences
  - xx x xx xx  PUT    /api/account/password
  - xx x xx xx  PUT    /api/account/first-password
  - xx x xx xx  GET    /api/account/sessions
  - xx x xx xx  DELETE /api/account/sessions
  - xx x xx xx  DELETE /api/account/sessions/:id

# Slips that let somebody in: made by who looks after people
  - -x - -- xx  POST   /api/members/:id/slip
  - -x - -- xx  GET    /api/slips
  - -x - -- xx  POST   /api/slips.pdf

# People: seen by those who pick them, changed by administrators
  - -x - xx xx  GET    /api/members
  - -- - -- xx  POST   /api/members
  - -x - xx xx  GET    /api/members/:id
  - -- - -- xx  PUT    /api/members/:id
  - -- - -- xx  PUT    /api/members/:id/unit
  - -- - -- xx  PUT    /api/members/:id/departure
  - -- - -- xx  DELETE /api/members/:id/departure
  - -- - -- xx  PUT    /api/members/:id/password
  - -- - -- xx  PUT    /api/members/:id/roles

# Files of members
  - -- - -- xx  GET    /api/member-import-template.xlsx
  - -- - -- xx  POST   /api/member-imports
  - -- - -- xx  GET    /api/member-imports/:id
  - -- - -- xx  GET    /api/member-imports/:id/rows
  - -- - -- xx  GET    /api/member-imports/:id/wrong.csv
  - -- - -- xx  PUT    /api/member-imports/:id/units
  - -- - -- xx  PUT    /api/member-imports/:id/application
  - -- - -- xx  DELETE /api/member-imports/:id/run
  - -- - -- xx  DELETE /api/member-imports/:id/application
  - -- - -- xx  POST   /api/member-imports/:id/slips.pdf

# Units: the tree is everybody's, its shape the administrators'
  - xx x xx xx  GET    /api/units
  - -- - -- xx  POST   /api/units
  - -- - -- xx  PUT    /api/units/:id
  - -- - -- xx  PUT    /api/units/:id/coordinators
  - -- - -- xx  PUT    /api/units/:id/closure
  - -- - -- xx  DELETE /api/units/:id/closure

# The bank: questions and their keys are for those who organise
  - -- - xx xx  GET    /api/topics
  - -- - xx xx  PUT    /api/topics/:id/name
  - -- - xx xx  PUT    /api/topics/:id/successor
  - -- - xx xx  PUT    /api/topics/:id/retirement
  - -- - xx xx  DELETE /api/topics/:id/retirement
  - -- - xx xx  GET    /api/questions
  - -- - xx xx  POST   /api/questions
  - -- - xx xx  PUT    /api/questions/review
  - -- - xx xx  PUT    /api/questions/topic
  - -- - xx xx  GET    /api/questions/:id
  - -- - xx xx  POST   /api/question-changes/preview
  - -- - xx xx  POST   /api/question-changes
  - -- - xx xx  DELETE /api/question-changes/:id
  - -- - xx xx  PUT    /api/questions/:id
  - -- - xx xx  POST   /api/question-exports
  - -- - xx xx  POST   /api/question-imports
  - -- - xx xx  GET    /api/question-imports/:id
  - -- - xx xx  GET    /api/question-imports/:id/items
  - -- - xx xx  PUT    /api/question-imports/:id/application
  - -- - xx xx  DELETE /api/question-imports/:id/application
  - -- - xx xx  PUT    /api/question-imports/:id/approval

# Contests: every member takes part, organisers build
  - xx x xx xx  GET    /api/contests
  - xx x xx xx  GET    /api/contests/:id
  - xx x xx xx  GET    /api/rounds/current
  - xx x xx xx  GET    /api/unit-standings/latest
  - xx x xx xx  GET    /api/rounds/:id/standings
  - xx x xx xx  GET    /api/rounds/:id/unit-standings
  - xx x xx xx  GET    /api/rounds/:id/standings.xlsx
  - xx x xx xx  GET    /api/rounds/:id/standings.csv
  - xx x xx xx  GET    /api/rounds/:id/standings.pdf
  - xx x xx xx  GET    /api/rounds/:id/unit-standings.xlsx
  - xx x xx xx  GET    /api/rounds/:id/unit-standings.csv
  - xx x xx xx  GET    /api/rounds/:id/unit-standings.pdf
  - -- - xx xx  GET    /api/rounds/:id/attempts.xlsx
  - -- - xx xx  GET    /api/rounds/:id/attempts.csv
  - -- - xx xx  POST   /api/contests
  - -- - xx xx  GET    /api/contests/:id/draft
  - -- - xx xx  PUT    /api/contests/:id
  - -- - xx xx  POST   /api/contests/:id/rounds
  - -- - xx xx  PUT    /api/contests/:id/publication
  - -- - xx xx  PUT    /api/contests/:id/cancellation
  - -- - xx xx  POST   /api/contests/:id/copies
  - -- - xx xx  DELETE /api/contests/:id
  - -- - xx xx  PUT    /api/contests/:id/restoration
  - -- - xx xx  PUT    /api/contests/:id/archive
  - -- - xx xx  DELETE /api/contests/:id/archive
  - -- - xx xx  PUT    /api/contests/:id/texts
  - -- - xx xx  GET    /api/contests/:id/corrections
  - -- - xx xx  PUT    /api/rounds/:id
  - -- - xx xx  DELETE /api/rounds/:id
  - -- - xx xx  GET    /api/rounds/:id/supply
  - -- - xx xx  POST   /api/rounds/:id/preview
  - -- - xx xx  PUT    /api/rounds/:id/window
  - -- - xx xx  GET    /api/rounds/:id/extra-time
  - -- - xx xx  PUT    /api/rounds/:id/extra-time/:memberId
  - -x - xx xx  GET    /api/turnout
  - -x - xx xx  GET    /api/rounds/:id/turnout
  - -x - xx xx  GET    /api/rounds/:id/turnout/people
  - -x - xx xx  GET    /api/rounds/:id/turnout.xlsx
  - -x - xx xx  GET    /api/rounds/:id/turnout.csv
  - -x - xx xx  POST   /api/rounds/:id/reminders
  - -x - xx xx  DELETE /api/rounds/:id/reminders/:batchId
  - -- - xx xx  POST   /api/rounds/:id/reopenings
  - -x - xx xx  GET    /api/rounds/:id/unit-progress
  - -x - xx xx  GET    /api/rounds/:id/unit-progress/:unitId/missing

# Attempts of others: for who organises the round
  - -- - xx xx  GET    /api/rounds/:id/attempts
  - -- - xx xx  GET    /api/attempts/:id/paper

# Attempts: one's own
  - xx x xx xx  POST   /api/rounds/:id/attempts
  - xx x xx xx  GET    /api/attempts/running
  - xx x xx xx  GET    /api/attempts/:id
  - xx x xx xx  GET    /api/attempts/:id/result
  - xx x xx xx  PUT    /api/attempts/:id/answers/:position
  - xx x xx xx  PUT    /api/attempts/:id/flags/:position
  - xx x xx xx  PUT    /api/attempts/:id/lead
  - xx x xx xx  PUT    /api/attempts/:id/offers/:offerId
  - xx x xx xx  PUT    /api/attempts/:id/submission
  - xx x xx xx  /contests round.watch
  - xx x xx xx  /contests round.unwatch

# Questions to a session: guests have no account, so the session itself knows who takes part
  x xx x xx xx  GET    /api/qna-codes/:code
  x xx x xx xx  PUT    /api/qna-codes/:code/guest
  x xx x xx xx  GET    /api/qna-sessions/:id
  x xx x xx xx  GET    /api/qna-sessions/:id/invitation
  x xx x xx xx  GET    /api/qna-sessions/:id/inquiries
  x xx x xx xx  POST   /api/qna-sessions/:id/inquiries
  x xx x xx xx  POST   /api/qna-sessions/:id/own-inquiries
  x xx x xx xx  POST   /api/qna-sessions/:id/similar-inquiries
  x xx x xx xx  PUT    /api/inquiries/:id
  x xx x xx xx  PUT    /api/inquiries/:id/withdrawal
  x xx x xx xx  PUT    /api/inquiries/:id/vote
  x xx x xx xx  GET    /api/qna-sessions/:id/ledger
  x xx x xx xx  GET    /api/qna-sessions/:id/ledger.csv
  x xx x xx xx  GET    /api/qna-sessions/:id/ledger.pdf
  x xx x xx xx  GET    /api/qna-sessions/:id/ledger.xlsx
  x xx x xx xx  /qna session.watch
  x xx x xx xx  /qna session.unwatch
  x xx x xx xx  /qna inquiry.vote
  x xx x xx xx  /qna inquiry.seen
  x xx x xx xx  /qna own.watch

# Sessions: moderators and organisers make them; any member may be asked onto a team
  - xx x xx xx  GET    /api/qna-sessions
  - -- x xx xx  POST   /api/qna-sessions
  - xx x xx xx  PUT    /api/qna-sessions/:id/publication
  - xx x xx xx  GET    /api/qna-sessions/:id/guests
  - -- x xx xx  POST   /api/qna-sessions/:id/copies
  - xx x xx xx  DELETE /api/qna-sessions/:id
  - xx x xx xx  GET    /api/qna-sessions/:id/management
  - xx x xx xx  PUT    /api/qna-sessions/:id/settings
  - xx x xx xx  PUT    /api/qna-sessions/:id/switches
  - xx x xx xx  GET    /api/qna-sessions/:id/team-candidates
  - xx x xx xx  PUT    /api/qna-sessions/:id/team/:memberId
  - xx x xx xx  DELETE /api/qna-sessions/:id/team/:memberId
  - xx x xx xx  PUT    /api/qna-sessions/:id/removals/:participantId
  - xx x xx xx  DELETE /api/qna-sessions/:id/removals/:participantId
  - xx x xx xx  GET    /api/qna-sessions/:id/desk
  - xx x xx xx  GET    /api/qna-sessions/:id/desk.csv
  - xx x xx xx  GET    /api/qna-sessions/:id/desk.xlsx
  - xx x xx xx  GET    /api/qna-sessions/:id/moves
  - xx x xx xx  POST   /api/qna-sessions/:id/moves
  - xx x xx xx  PUT    /api/qna-moves/:id/undoing
  - xx x xx xx  POST   /api/qna-sessions/:id/merge-preview
  - xx x xx xx  GET    /api/qna-sessions/:id/similar-pairs
  - xx x xx xx  /qna desk.watch
  - xx x xx xx  /qna desk.lock
  - xx x xx xx  /qna projector.watch

# Sealed authors: any member may hold a key; of the others' the list tells only who makes sessions
  - xx x xx xx  GET    /api/qna-key-holders
  - xx x xx xx  PUT    /api/qna-key-holders/me
  - xx x xx xx  POST   /api/inquiries/:id/openings
  - xx x xx xx  GET    /api/qna-openings
  - xx x xx xx  PUT    /api/qna-openings/:id/box

# What the installation left undone: administrators of all of it
  - -- - -- -x  GET    /api/failed-jobs
  - -- - -- -x  POST   /api/failed-jobs/:id/run
  - -- - -- -x  DELETE /api/failed-jobs/:id
`;

/** Of a line: whom it opens to, and `GET /api/x` or `/namespace event`. */
export type Door = { name: string; opensTo: ReadonlySet<Person> };

export const doors: readonly Door[] = DOORS.split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => {
    const words = line.trim().split(/\s+/);
    const name = words.slice(-2).join(' ');
    const marks = words.slice(0, -2).join('');
    if (!/^[x-]+$/.test(marks) || marks.length !== PEOPLE.length) throw new Error(`Not a door: ${line}`);
    return { name, opensTo: new Set(PEOPLE.filter((_person, at) => marks[at] === 'x')) };
  });
