import { describe, expect, it } from 'vitest';
import { styleFindings } from '../../scripts/check/styles.mjs';
import { treeForTest } from './fixture-tree.mjs';

const tokens = ':root { --s-2: 8px; --r-md: 12px; --fs-14: 0.875rem; }';
const sheet = `.card { gap: 6px; }
.card > .title:hover { margin-top: calc(8px + 1em); }
`;
const card = `import classes from './card.module.css';
export const Card = () => <div className={classes.card}><h2 className={classes['title']} /></div>;
`;

/** Findings in a feature that is in order but for what the argument changes. */
function findings({ css = sheet, source = card, ...others } = {}) {
  return styleFindings(
    treeForTest({
      'client/ui/tokens.css': tokens,
      'client/club/card.module.css': css,
      'client/club/card.tsx': source,
      ...others,
    }),
  );
}

describe('the check of stylesheets', () => {
  it('accepts classes that are written and used, and lengths no token has', () => {
    expect(findings()).toEqual([]);
  });

  it.each([
    [
      'class-unused',
      { css: `${sheet}.foot { color: red; }` },
      'client/club/card.module.css: class-unused: foot',
    ],
    [
      'class-unknown',
      { source: card.replace('classes.card', 'classes.frame ?? classes.card') },
      'client/club/card.tsx:2: class-unknown: frame',
    ],
    [
      'length-token',
      { css: `${sheet}.title { padding: 0 8px; }` },
      '3: length-token: padding 8px is var(--s-2)',
    ],
    ['length-token', { css: `${sheet}.title { border-radius: 12px; }` }, 'var(--r-md)'],
    [
      'text-px',
      { css: `${sheet}.title { font: 500 17px/1.5 serif; }` },
      ':3: text-px: font 500 17px/1.5 serif',
    ],
    ['text-px', { css: `${sheet}.title { line-height: 20px; }` }, 'text-px: line-height 20px'],
    [
      'text-px',
      { 'client/ui/base.css': ':root { --field-font: 15px; }' },
      'base.css:1: text-px: --field-font',
    ],
    [
      'text-px',
      { 'client/club/a.tsx': 'export const A = () => <i style={{ fontSize: 15 }} />;' },
      'a.tsx:1: text-px',
    ],
    ['text-px', { 'client/club/a.tsx': 'export const A = (n: number) => ({ fontSize: n * 2 });' }, 'text-px'],
    ['text-box', { css: `${sheet}.title { height: 22px; font-size: 1.1rem; }` }, 'text-box: height 22px'],
  ])('finds %s', (_rule, change, finding) => {
    expect(findings(change)).toEqual([expect.stringContaining(finding)]);
  });

  it('finds a size of text in px twice where a token has it', () => {
    expect(findings({ css: `${sheet}.title { font-size: 14px; }` })).toEqual([
      expect.stringContaining('length-token: font-size 14px is var(--fs-14)'),
      expect.stringContaining('text-px: font-size 14px'),
    ]);
  });

  it('lets text grow: rem, a share of the screen, a height without text', () => {
    const css = `${sheet}.title { font-size: calc(2rem * var(--scale)); height: 3rem; } .card { height: 22px; }`;
    expect(findings({ css, 'client/club/a.ts': 'export const A = { fontSize: rem(15) };' })).toEqual([]);
  });

  it('takes a class as used that another stylesheet composes', () => {
    const base = 'client/club/base.module.css';
    const css = `${sheet}.title { composes: heading from './base.module.css'; }`;
    expect(findings({ css, [base]: '.heading { margin: 0; }' })).toEqual([]);
    expect(findings({ [base]: '.heading { margin: 0; }' })).toEqual([`${base}: class-unused: heading`]);
  });

  it('takes every class as used where a component passes the stylesheet on', () => {
    const source = card.replace('classes.card', 'classes[kind]');
    expect(findings({ source, css: `${sheet}.foot { color: red; }` })).toEqual([]);
  });
});
