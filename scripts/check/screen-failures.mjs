import { readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { matching } from './sources.mjs';

const KERNEL = 'shared/kernel/failure.ts';

/**
 * Which failures the screens of a folder can meet, beside those of KERNEL, which all can: written by hand
 * from what its screens ask the server to do. The longest folder that holds a screen counts; what ends in a dot stands
 * for all codes that begin so.
 * @type {Record<string, string[]>}
 */
const MEETS = {
  'client/account': ['account.'],
  'client/account/own': ['account.password_'],
  'client/account/import': [
    'member_import.',
    'import.already_applied',
    'import.undo_too_late',
    'account.code_taken',
    'account.email_taken',
  ],
  'client/contest': [
    'round.not_open',
    'round.closed',
    'round.ending',
    'round.not_eligible',
    'round.attempts_used_up',
    'round.blueprint_unfillable',
    'standings.',
    'attempt.running',
  ],
  'client/contest/attempt': [
    'attempt.over',
    'attempt.running',
    'attempt.elsewhere',
    'attempt.no_such_position',
    'attempt.response_of_other_type',
  ],
  'client/contest/builder': [
    'contest.',
    'round.closed',
    'round.extra_time_useless',
    'round.blueprint_unfillable',
    'attempt.running',
    'attempt.submitted_by_member',
    'attempt.answers_shown',
    'attempt.nothing_to_reopen',
  ],
  'client/contest/inspection': [],
  'client/contest/turnout': ['round.not_open', 'round.closed'],
  'client/app': [],
  'client/dev': [],
  'client/home': [],
  'client/operation': [],
  'client/qna': ['qna.'],
  'client/question-bank': ['question.', 'topic.'],
  'client/question-bank/import': ['question.', 'import.'],
  'client/ui': [],
};

/**
 * Screens that would say “something broke” to a right refusal, because its text stands in none of the namespaces they
 * explain failures with; and codes that no screen is said to meet.
 * @param {string} root
 * @param {Map<string, { folder: string, vi?: Map<string, unknown>, en?: Map<string, unknown> }>} namespaces
 * @param {Record<string, string[]>} meets
 */
export function screenFailureFindings(root, namespaces, meets = MEETS) {
  const declared = declaredCodes(root);
  const kernel = declared.filter(({ path }) => path === KERNEL).map(({ code }) => code);
  const others = declared.filter(({ path }) => path !== KERNEL);
  const fits = (/** @type {string} */ code, /** @type {string} */ pattern) =>
    pattern.endsWith('.') ? code.startsWith(pattern) : code === pattern;
  const unmet = others
    .filter(({ code }) => !Object.values(meets).some((patterns) => patterns.some((one) => fits(code, one))))
    .map(({ path, code }) => `${path}: failure-unmet: ${code}: no screen is said to meet it`);
  const untold = screensIn(root).flatMap(({ path, among }) => {
    const folder = longest(Object.keys(meets), path);
    const patterns = folder === null ? ['.'] : meets[folder];
    const own = others
      .map(({ code }) => code)
      .filter((code) => patterns.some((one) => one === '.' || fits(code, one)));
    return [...own, ...kernel].flatMap((code) =>
      /** @type {const} */ (['vi', 'en'])
        .filter(
          (language) =>
            ![...among, 'platform'].some((name) => namespaces.get(name)?.[language]?.has(`errors.${code}`)),
        )
        .map(
          (language) =>
            `${path}: failure-untold: ${code} in ${[...among, 'platform'].join(', ')} (${language})`,
        ),
    );
  });
  return [...unmet, ...new Set(untold)];
}

/** @param {string[]} folders @param {string} path */
function longest(folders, path) {
  const holding = folders.filter((folder) => path.startsWith(`${folder}/`));
  return holding.sort((one, other) => other.length - one.length)[0] ?? null;
}

/** @param {string} root @returns {{ path: string, code: string }[]} */
function declaredCodes(root) {
  return matching(root, 'shared/**/*.ts')
    .filter((path) => !path.endsWith('.test.ts'))
    .flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/^export const \w+ = failure\(\s*'([^']+)'/gm)].map(
        ([, code]) => ({ path, code }),
      ),
    );
}

/**
 * Each place in the client that explains failures, with the namespaces it does so with. Names that are handed on are
 * looked at where they are given.
 * @param {string} root
 * @returns {{ path: string, among: string[] }[]}
 */
function screensIn(root) {
  return matching(root, 'client/**/*.{ts,tsx}')
    .filter((path) => !/\.test\.tsx?$/.test(path) && !path.startsWith('client/platform/'))
    .flatMap((path) => {
      const source = readFileSync(join(root, path), 'utf8');
      const hasOther = source.includes('failureTexts:');
      const given = [
        ...source.matchAll(/useFailureText\(((?:\s*'[^']*',?)*\s*)\)/g),
        ...source.matchAll(/\btexts=(?:"([^"]+)"|\{(\[[^\]]+\])\})/g),
        ...source.matchAll(/\bfailureTexts: ('[^']+')/g),
        ...(hasOther ? [] : source.matchAll(/^\s+texts: ('[^']+')/gm)),
      ];
      return given.map(([, ...parts]) => {
        const text = parts.find((part) => part !== undefined) ?? '';
        const quoted = [...text.matchAll(/'([^']+)'/g)].map(([, name]) => name);
        return { path, among: quoted.length > 0 ? quoted : text.split(' ').filter(Boolean) };
      });
    });
}
