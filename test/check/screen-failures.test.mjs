import { describe, expect, it } from 'vitest';
import { readTexts } from '../../scripts/check/i18n-texts.mjs';
import { screenFailureFindings } from '../../scripts/check/screen-failures.mjs';
import { treeForTest } from './fixture-tree.mjs';

const MEETS = { 'client/contest': ['round.'], 'client/contest/builder': ['round.closed', 'contest.'] };
const declared = {
  'shared/kernel/failure.ts': `export const notFound = failure('not_found', 404);\n`,
  'shared/contest/contest.errors.ts':
    `export const roundClosed = failure('round.closed', 409);\n` +
    `export const contestNotDraft = failure('contest.not_draft', 409);\n`,
};
const closed = { errors: { 'round.closed': 'Đã đóng' } };
const all = { errors: { 'round.closed': 'Đã đóng', 'contest.not_draft': 'Không còn là nháp' } };
const platform = { errors: { not_found: 'Không tìm thấy' } };

/** A namespace as the check reads it, the same in both languages. */
const both = (texts) => ({ vi: readTexts(JSON.stringify(texts)), en: readTexts(JSON.stringify(texts)) });

function findings(screens, texts = {}, meets = MEETS) {
  const namespaces = new Map(
    Object.entries({ platform, contest: closed, 'contest/builder': all, ...texts }).map(([name, of]) => [
      name,
      both(of),
    ]),
  );
  return screenFailureFindings(treeForTest({ ...declared, ...screens }), namespaces, meets);
}

const builder = (source) => ({ 'client/contest/builder/step.tsx': source });

describe('the check of failures by screen', () => {
  it.each([
    `const explain = useFailureText('contest/builder');`,
    `<QueryStates texts="contest/builder" />`,
    `<QueryStates texts={['contest/builder', 'contest']} />`,
    `useFieldForm({\n  texts: 'contest/builder',\n})`,
    // Handed on: looked at where the name is given.
    `const explain = useFailureText(texts);`,
  ])('accepts %s', (source) => {
    expect(findings(builder(source))).toEqual([]);
  });

  it.each([
    `const explain = useFailureText('contest');`,
    `const explain = useFailureText();`,
    `<QueryStates texts="contest" />`,
    `useFieldForm({\n  texts: 'contest',\n})`,
    `useFieldForm({\n  texts: 'contest/builder',\n  failureTexts: 'contest',\n})`,
  ])('finds that %s says nothing of a code its screen can meet', (source) => {
    const found = findings(builder(source));
    expect(found).toContainEqual(
      expect.stringMatching(
        /^client\/contest\/builder\/step\.tsx: failure-untold: contest\.not_draft .*\(vi\)$/,
      ),
    );
    expect(found).toContainEqual(expect.stringMatching(/contest\.not_draft .*\(en\)$/));
  });

  it('asks of another folder only what its screens can meet', () => {
    expect(findings({ 'client/contest/page.tsx': `useFailureText('contest');` })).toEqual([]);
  });

  it('finds what every screen can meet and nobody tells', () => {
    const found = findings({ 'client/contest/page.tsx': `useFailureText('contest');` }, { platform: {} });
    expect(found).toEqual([
      expect.stringContaining('failure-untold: not_found'),
      expect.stringContaining('failure-untold: not_found'),
    ]);
  });

  it('finds a code that no screen is said to meet', () => {
    expect(findings({}, {}, { 'client/contest': ['round.'] })).toEqual([
      expect.stringContaining('failure-unmet: contest.not_draft'),
    ]);
  });
});
