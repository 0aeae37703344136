/** SQLSTATE classes and Node codes that mean: the database is not there or has no room now, try again. */
const AWAY = /^(08|53|57P)/;
const NODE_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT']);
const MESSAGES = ['timeout exceeded when trying to connect', 'Connection terminated', 'Query read timeout'];

export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return AWAY.test(code) || NODE_CODES.has(code) || MESSAGES.some((text) => error.message.includes(text));
}

/** True for the named unique index: a race that the database settled. */
export function isUniqueViolation(error: unknown, index: string): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== '23505') return false;
  return 'constraint' in error && error.constraint === index;
}

/** True where rows could not go because others refer to them. */
export function isReferred(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23503';
}
