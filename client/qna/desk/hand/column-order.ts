import { useState } from 'react';
import { TURNABLE, type Turnable, type Turned } from './columns.rules.js';

const keyOf = (memberId: string) => `hai-dang.desk-order.${memberId}`;

/** Which columns a member has turned round, remembered on the device. */
export function useColumnOrder(memberId: string) {
  const [turned, setTurned] = useState<Turned>(() => readTurned(memberId));
  const turn = (column: Turnable) => {
    const next = new Set(turned);
    if (!next.delete(column)) next.add(column);
    setTurned(next);
    keep(memberId, next);
  };
  return { turned, turn };
}

function readTurned(memberId: string): Turned {
  try {
    const kept = (localStorage.getItem(keyOf(memberId)) ?? '').split(' ');
    return new Set(TURNABLE.filter((column) => kept.includes(column)));
  } catch {
    return new Set();
  }
}

function keep(memberId: string, turned: Turned): void {
  try {
    localStorage.setItem(keyOf(memberId), [...turned].join(' '));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
