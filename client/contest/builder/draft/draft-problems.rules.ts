import type { RoundSettings } from '../../../../shared/contest/contest.schema.js';

export type ContestTexts = { title: string; summary: string; rules: string; contact: string };

/** What cannot be saved as it stands, by field; a draft may lack nearly everything else. */
export type FieldProblems = Partial<Record<'title' | 'closesAt' | 'unitIds', string>>;

export function contestFieldProblems({ title }: Pick<ContestTexts, 'title'>): FieldProblems {
  return title.trim() === '' ? { title: 'title_missing' } : {};
}

export function roundFieldProblems({ title, opensAt, closesAt, eligibility }: RoundSettings): FieldProblems {
  const ends = opensAt !== null && closesAt !== null && Date.parse(closesAt) <= Date.parse(opensAt);
  const nobody = eligibility.kind === 'units' && eligibility.unitIds.length === 0;
  return {
    ...(title.trim() === '' && { title: 'round_title_missing' }),
    ...(ends && { closesAt: 'closes_before_opening' }),
    ...(nobody && { unitIds: 'units_missing' }),
  };
}

export const isSound = (problems: FieldProblems): boolean => Object.keys(problems).length === 0;
