import { useEffect, useState } from 'react';
import { useSimilarInquiries } from '../../room/qna.api.js';
import { lengthOf } from '../../question/question-limits.rules.js';

/** Fewer characters are close to too much. */
const SEARCHED_FROM = 8;
const PAUSE_MS = 600;
const MOST_SHOWN = 2;

/** Questions close to what is being typed, asked for after a pause. */
export function useSimilar(sessionId: string, text: string) {
  const settled = useSettledText(text.trim());
  const query = useSimilarInquiries(sessionId, lengthOf(settled) >= SEARCHED_FROM ? settled : '');
  // While the next answer is on its way the last one may be about another question.
  const isCurrent = settled !== '' && settled === text.trim();
  return isCurrent ? (query.data?.items.slice(0, MOST_SHOWN) ?? []) : [];
}

function useSettledText(text: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
