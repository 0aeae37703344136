import { useEffect, useRef, useState } from 'react';
import type { PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import { holdQueue, sameRows, type QueueRow } from './held-queue.rules.js';

/** How long the queue stays as it is after the finger has left it. */
const HELD_FOR_MS = 2_000;

/** Keeps the queue still while a finger or a pointer is in it. */
export function useHeldQueue(due: readonly PublicInquiry[]) {
  const [isHeld, setHeld] = useState(false);
  const [drawn, setDrawn] = useState<readonly QueueRow[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const next = holdQueue(drawn, due, isHeld && drawn.length > 0);
  const isDrawn = sameRows(drawn, next);
  if (!isDrawn) setDrawn(next);
  return {
    rows: isDrawn ? drawn : next,
    presence: {
      onPointerEnter: () => {
        clearTimeout(timer.current);
        setHeld(true);
      },
      onPointerLeave: () => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => setHeld(false), HELD_FOR_MS);
      },
    },
  };
}
