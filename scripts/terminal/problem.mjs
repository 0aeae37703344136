/** A failure the person at the terminal can act on: what happened, and what to do about it. */
export class Problem extends Error {
  /**
   * @param {string} what one sentence
   * @param {string} [advice] what to do now
   */
  constructor(what, advice = '') {
    super(what);
    this.name = 'Problem';
    this.advice = advice;
  }
}

/**
 * @param {unknown} error
 * @returns {string} the errno name such as ENOSPC, or ''
 */
export function codeOf(error) {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/**
 * Turns the failures that any file operation can meet into something to act on; others stay as they are.
 * @param {unknown} error
 * @param {string} path what was being written
 */
export function fileProblem(error, path) {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Problem(`The disk that holds ${path} is full.`, 'Free some space and start again.');
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new Problem(
      `${path} cannot be written (${code}).`,
      'Choose another folder, for example: DATA_DIR=~/haidang-data npm start',
    );
  }
  return error;
}

/** Prints what went wrong; the stack only when it is not a known problem. @param {unknown} error */
export function printProblem(error) {
  if (error instanceof Problem) {
    console.error(`\n✗ ${error.message}`);
    if (error.advice) console.error(`  → ${error.advice}`);
    return;
  }
  console.error('\n✗ Something unexpected went wrong:');
  console.error(error);
}
