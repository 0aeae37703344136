import { describe, expect, it } from 'vitest';
import { isApplication, wantedNodes } from '../../scripts/process/application.mjs';

describe('wantedNodes', () => {
  it.each([
    [undefined, 1],
    ['', 1],
    ['1', 1],
    ['2', 2],
    [' 16 ', 16],
  ])('%j is %i', (text, expected) => expect(wantedNodes({ NODES: text })).toBe(expected));

  it.each(['0', '17', '1.5', 'two'])('refuses %j', (text) => {
    expect(() => wantedNodes({ NODES: text })).toThrow('NODES');
  });
});

describe('isApplication', () => {
  it.each([
    ['node --enable-source-maps /srv/dist/server/main.js', true],
    ['node --enable-source-maps /srv/scripts/process/web-nodes.mjs', true],
    ['node /srv/scripts/start.mjs', false],
  ])('%s', (text, expected) => expect(isApplication(text)).toBe(expected));
});
