import { describe, expect, it } from 'vitest';
import { i18nFindings } from '../../scripts/check/i18n.mjs';
import { treeForTest } from './fixture-tree.mjs';

const texts = {
  title: 'Cuộc thi',
  left: 'Còn {{time}}',
  questions_other: '{{count}} câu',
  errors: { 'contest.closed': 'Đã đóng' },
};
const english = {
  title: 'Contest',
  left: '{{time}} left',
  questions_one: 'One question',
  questions_other: '{{count}} questions',
  errors: { 'contest.closed': 'Closed' },
};
const page = `import { useT } from '../platform/i18n.js';
export function ContestPage({ time, code }: { time: string; code: string }) {
  const t = useT('contest');
  return [t('title'), t('left', { time }), t('questions', { count: 2 }), t(\`errors.\${code}\`)];
}
`;
const errors = `export const contestClosed = failure('contest.closed', 409);\n`;

/** Findings in a contest feature that is in order but for what the argument changes. */
function findings({ vi = texts, en = english, source = page, declared = errors } = {}) {
  const files = {
    'client/contest/vi.json': JSON.stringify(vi),
    'client/contest/contest.page.tsx': source,
    'shared/contest/contest.errors.ts': declared,
  };
  if (en) files['client/contest/en.json'] = JSON.stringify(en);
  return i18nFindings(treeForTest(files));
}
const without = (object, key) => Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));

describe('the check of texts', () => {
  it('accepts a feature whose texts, uses and languages agree', () => {
    expect(findings()).toEqual([]);
  });

  it.each([
    ['language-missing', { en: null }, 'no en.json'],
    ['key-missing', { en: without(english, 'title') }, 'title'],
    [
      'key-missing',
      { vi: without(texts, 'left'), source: page.replace("t('left', { time })", "'left'") },
      'left',
    ],
    ['variables-differ', { en: { ...english, left: '{{minutes}} left' } }, 'left'],
    ['empty-text', { en: { ...english, title: ' ' } }, 'title'],
    ['text-missing', { source: page.replace("t('title')", "t('title'), t('subtitle')") }, 'subtitle'],
    ['text-missing', { source: page.replace("t('title')", "t('title'), t(`states.${code}`)") }, 'states.'],
    [
      'text-missing',
      { source: page.replace("t('title')", "t('title'), t(time ? 'left' : 'right')") },
      'right',
    ],
    ['text-unused', { source: page.replace("t('title'), ", '') }, 'title'],
    [
      'failure-untranslated',
      { declared: `${errors}export const gone = failure('contest.gone', 409);\n` },
      'errors.contest.gone',
    ],
  ])('finds %s', (rule, change, detail) => {
    const found = findings(change);
    expect(found).toEqual([expect.stringContaining(`${rule}: `)]);
    expect(found[0]).toContain(detail);
  });

  it('tells folders of the same name apart by their path', () => {
    const list = (feature, key) => ({
      [`client/${feature}/list/vi.json`]: JSON.stringify({ [key]: 'Danh sách' }),
      [`client/${feature}/list/en.json`]: JSON.stringify({ [key]: 'List' }),
    });
    const source = `import { useT } from '../../platform/text/i18n.js';
export function ContestList() {
  const t = useT('contest/list');
  return [t('rounds'), t('topics')];
}
`;
    const found = i18nFindings(
      treeForTest({
        ...list('contest', 'rounds'),
        ...list('question-bank', 'topics'),
        'client/contest/list/contests.page.tsx': source,
      }),
    );
    expect(found).toEqual([expect.stringContaining('text-missing: topics in contest/list')]);
  });

  it('looks a key up in the namespace its t came from', () => {
    const source = page.replace(
      `useT('contest');`,
      `useT('contest');\n  const tt = useT('ui');\n  tt('title');`,
    );
    expect(findings({ source })).toEqual([expect.stringContaining('text-missing: title in ui')]);
  });

  it('counts a key as used when it is kept in a constant', () => {
    const source = page.replace("t('title')", 't(KEY)').concat(`const KEY = 'title';\n`);
    expect(findings({ source })).toEqual([]);
  });
});

const book = `export const ledgerTexts = textsOf('qna/ledger', { vi, en });
export function ledgerPdf(language) {
  const t = ledgerTexts[language];
  return [t('title'), t('left', { time: 5 }), t('questions', { count: 2 }), t(\`errors.\${code}\`)];
}
`;

/** Findings in a room of the server that is in order but for what the argument changes. */
function serverFindings({ vi = texts, en = english, source = book, more = {} } = {}) {
  const files = {
    'server/qna/ledger/vi.json': JSON.stringify(vi),
    'server/qna/ledger/book.present.ts': source,
  };
  if (en) files['server/qna/ledger/en.json'] = JSON.stringify(en);
  return i18nFindings(treeForTest({ ...files, ...more }));
}

describe('the check of what the server writes', () => {
  it('accepts a room whose texts, uses and languages agree', () => {
    expect(serverFindings()).toEqual([]);
  });

  it.each([
    ['language-missing', { en: null }, 'no en.json'],
    ['key-missing', { en: without(english, 'title') }, 'title'],
    ['variables-differ', { en: { ...english, left: '{{minutes}} left' } }, 'left'],
    ['empty-text', { en: { ...english, title: ' ' } }, 'title'],
    ['text-missing', { source: book.replace("t('title')", "t('title'), t('subtitle')") }, 'subtitle'],
    ['text-unused', { source: book.replace("t('title'), ", '') }, 'title'],
    ['words-in-code', { source: book.replace("t('title')", "t('title'), 'Sổ'") }, 'book.present.ts:4'],
    ['words-in-code', { source: book.replace("t('title')", "t('title'), `Mã ${code}`") }, 'Mã'],
  ])('finds %s', (rule, change, detail) => {
    const found = serverFindings(change);
    expect(found).toEqual([expect.stringContaining(`${rule}: `)]);
    expect(found[0]).toContain(detail);
  });

  it('does not take a text of the client for one of the server', () => {
    const more = {
      'client/qna/vi.json': JSON.stringify({ subtitle: 'Phụ đề' }),
      'client/qna/en.json': JSON.stringify({ subtitle: 'Subtitle' }),
      'client/qna/page.tsx': "export const page = (t) => t('subtitle');",
    };
    const source = book.replace("t('title')", "t('title'), t('subtitle')");
    expect(serverFindings({ source, more })).toEqual([expect.stringContaining('text-missing: subtitle')]);
  });

  it('lets the demo, tests and words that are only recognised be', () => {
    const words = "export const words = ['câu hỏi', 'đáp án'];";
    const more = {
      'server/demo/story.ts': words,
      'server/qna/ledger/book.test.ts': words,
      'server/question-bank/formats/csv-columns.rules.ts': words,
      'server/qna/name.ts': "export const name = 'Hải Đăng'; // một câu\nexport const letter = 'đ';",
    };
    expect(serverFindings({ more })).toEqual([]);
  });
});
