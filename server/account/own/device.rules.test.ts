import { describe, expect, it } from 'vitest';
import { deviceOf } from './device.rules.js';

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('deviceOf', () => {
  it.each([
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/141.0.0.0 Safari/537.36`,
      'computer',
      'Windows',
      'Chrome',
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`,
      'computer',
      'Windows',
      'Edge',
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} coc_coc_browser/130.0 Chrome/124.0.0.0 Safari/537.36`,
      'computer',
      'Windows',
      'Coc Coc',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
      'phone',
      'iPhone',
      'Safari',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0 Mobile/15E148 Safari/604.1',
      'phone',
      'iPhone',
      'Chrome',
    ],
    [
      `Mozilla/5.0 (Linux; Android 14; SM-A155F) ${WEBKIT} Chrome/141.0 Mobile Safari/537.36`,
      'phone',
      'Android',
      'Chrome',
    ],
    [
      `Mozilla/5.0 (Linux; Android 13; SM-X200) ${WEBKIT} SamsungBrowser/28.0 Chrome/130.0 Safari/537.36`,
      'tablet',
      'Android',
      'Samsung Internet',
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
      'computer',
      'Linux',
      'Firefox',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
      'computer',
      'macOS',
      'Safari',
    ],
    ['curl/8.5.0', 'unknown', '', ''],
    [null, 'unknown', '', ''],
  ])('reads %s', (says, ...[kind, system, browser]) => {
    expect(deviceOf(says)).toEqual({ kind, system, browser });
  });
});
