import { describe, expect, test } from 'vitest';
import { isVisible, visibleLine, visibleLines } from './visible-text.js';

const read = (schema: ReturnType<typeof visibleLine>, text: string) => {
  const parsed = schema.safeParse(text);
  if (parsed.success) return parsed.data;
  return parsed.error.issues.map((issue) => (issue.code === 'custom' ? issue.message : issue.code));
};

describe('a line that people can see', () => {
  test.each([
    ['Phạm Quang\u200b Huy', 'Phạm Quang Huy'],
    [' \ufeffPhạm\u00a0 Quang\u00ad Huy\u2060', 'Phạm Quang Huy'],
    ['Phạm\tQuang Huy', 'Phạm Quang Huy'],
    ['Huê\u0301', 'Huế'],
    ['Hue\u200b\u0302\u0301', 'Huế'],
    ['Phạm\u200e Huy\u200f', 'Phạm Huy'],
    ['Nguyễn Thị Ánh 👩‍🌾', 'Nguyễn Thị Ánh 👩‍🌾'],
    [
      'Ánh ❤️ 👍🏽 1️⃣ 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
      'Ánh ❤️ 👍🏽 1️⃣ 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    ],
    ['Á\u200dnh\ufe0f', 'Ánh'],
    ['…', '…'],
  ])('%j is kept as %j', (text, kept) => {
    expect(read(visibleLine(60), text)).toBe(kept);
  });

  test.each([
    ['\u200b', ['too_small']],
    ['\u2800 \u3164', ['too_small']],
    ['\u200d\u200d', ['too_small']],
    ['', ['too_small']],
    ['\u0301', ['unseen']],
    ['\ue000', ['unseen']],
    ['Huy\u202e gnauQ', ['control_characters']],
    ['\u2066Huy', ['control_characters']],
    ['Huy\u0007', ['control_characters']],
    ['Phạm\nHuy', ['control_characters']],
    ['x'.repeat(61), ['too_big']],
  ])('%j is refused as %j', (text, codes) => {
    expect(read(visibleLine(60), text)).toEqual(codes);
  });

  test('may be empty where it need not be there', () => {
    expect(read(visibleLine(60, 0), ' \u200b ')).toBe('');
  });
});

describe('lines that people can see', () => {
  test.each([
    [' một\r\n\u200bhai\u2028\u202eba\t\u0007bốn ', 'một\nhai\nba\tbốn'],
    ['\u200b\n\u2800', ''],
    ['    mã\n      lệnh', 'mã\n      lệnh'],
  ])('%j are kept as %j', (text, kept) => {
    expect(read(visibleLines(60), text)).toBe(kept);
  });

  test('must be seen where there must be some', () => {
    expect(read(visibleLines(60, 1), '\u200b')).toEqual(['too_small']);
    expect(read(visibleLines(60, 1), '\u0301')).toEqual(['unseen']);
    expect([isVisible('\u2800\u200b'), isVisible('\u0301'), isVisible('…')]).toEqual([false, false, true]);
  });
});
