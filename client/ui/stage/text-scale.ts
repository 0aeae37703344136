import { useState } from 'react';

const STORAGE_KEY = 'hai-dang.presenter-text';

/** How much larger than usual the text of the presenter's view may be, in percent. */
export const TEXT_SCALES = [80, 100, 125, 150, 175, 200] as const;
const USUAL = 100;

/** One step larger or smaller, as far as there are steps. */
export function stepScale(scale: number, by: 1 | -1): number {
  const at = TEXT_SCALES.findIndex((step) => step === scale);
  return TEXT_SCALES[at + by] ?? scale;
}

/** A size from the device's memory; the usual one when it holds none that we know. */
export function scaleFrom(stored: string | null): number {
  return TEXT_SCALES.find((step) => String(step) === stored) ?? USUAL;
}

/** The reader's text size, remembered on this device. */
export function useTextScale(): [number, (by: 1 | -1) => void] {
  const [scale, setScale] = useState(() => scaleFrom(stored()));
  const step = (by: 1 | -1) => {
    const next = stepScale(scale, by);
    setScale(next);
    try {
      localStorage.setItem(STORAGE_KEY, String(next));
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  };
  return [scale, step];
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}
