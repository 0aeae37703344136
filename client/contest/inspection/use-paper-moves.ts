import { useState } from 'react';
import { useT } from '../../platform/text/i18n.js';
import { useShortcut } from '../../platform/page/shortcuts.js';
import { neighbour } from '../result/review.rules.js';

/** J and K move the focus between the questions in view. */
export function usePaperMoves(positions: readonly number[]): void {
  const t = useT('contest/inspection');
  const [current, setCurrent] = useState<number | null>(null);
  const move = (step: 1 | -1) => {
    const next = neighbour(positions, current, step);
    if (next === null) return;
    setCurrent(next);
    goToQuestion(next);
  };
  useShortcut({ keys: 'j', label: t('paper.next'), run: () => move(1) });
  useShortcut({ keys: 'k', label: t('paper.previous'), run: () => move(-1) });
}

export const questionAnchor = (position: number): string => `question-${position}`;

export function goToQuestion(position: number): void {
  const element = document.getElementById(questionAnchor(position));
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'start' });
}
