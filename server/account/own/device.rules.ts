import type { OwnSession } from '../../../shared/account/own.schema.js';

type Device = Pick<OwnSession, 'kind' | 'system' | 'browser'>;

/** What each is called, by a word of its own in what browsers say of themselves; the first that fits. */
const SYSTEMS: readonly [word: RegExp, name: string, kind: Device['kind']][] = [
  [/iPhone|iPod/, 'iPhone', 'phone'],
  [/iPad/, 'iPad', 'tablet'],
  [/Android(?=.*Mobile)/, 'Android', 'phone'],
  [/Android/, 'Android', 'tablet'],
  [/Windows/, 'Windows', 'computer'],
  [/CrOS/, 'ChromeOS', 'computer'],
  [/Mac OS X|Macintosh/, 'macOS', 'computer'],
  [/Linux|X11/, 'Linux', 'computer'],
];
/** Most of them also say the name of another: what is made of it comes first. */
const BROWSERS: readonly [word: RegExp, name: string][] = [
  [/coc_coc_browser/i, 'Coc Coc'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/\bZalo\b/, 'Zalo'],
  [/FBAN|FBAV/, 'Facebook'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

/** What browser and system say of themselves; nothing is guessed from anything else. */
export function deviceOf(userAgent: string | null): Device {
  const says = userAgent ?? '';
  const system = SYSTEMS.find(([word]) => word.test(says));
  const browser = BROWSERS.find(([word]) => word.test(says));
  return { kind: system?.[2] ?? 'unknown', system: system?.[1] ?? '', browser: browser?.[1] ?? '' };
}
