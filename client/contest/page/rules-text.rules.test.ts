import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from './rules-text.rules.js';

describe('rules written as plain text', () => {
  it('are paragraphs, headings and lists', () => {
    const text = [
      '# Thể lệ',
      'Ai cũng dự thi được.',
      'Mỗi người hai lượt.',
      '',
      '- một',
      '- hai',
      '  tiếp',
      '1. ba',
    ];
    expect(blocksOf(text.join('\r\n'))).toEqual([
      { kind: 'heading', text: 'Thể lệ' },
      { kind: 'paragraph', lines: ['Ai cũng dự thi được.', 'Mỗi người hai lượt.'] },
      { kind: 'list', ordered: false, items: ['một', 'hai tiếp'] },
      { kind: 'list', ordered: true, items: ['ba'] },
    ]);
  });

  it('are read alike whatever ends a line and however it is indented', () => {
    const text = '#   Thể lệ  \n  Ai cũng dự thi.\t\n\n -  một  \n*\thai\n3)  ba ';
    expect(blocksOf(text)).toEqual([
      { kind: 'heading', text: 'Thể lệ' },
      { kind: 'paragraph', lines: ['Ai cũng dự thi.'] },
      { kind: 'list', ordered: false, items: ['một', 'hai'] },
      { kind: 'list', ordered: true, items: ['ba'] },
    ]);
    expect(blocksOf('một \n hai ')).toEqual([{ kind: 'paragraph', lines: ['một', 'hai'] }]);
  });

  it('stay text where they look like markup', () => {
    expect(blocksOf('<b>đậm</b> & <script>')).toEqual([
      { kind: 'paragraph', lines: ['<b>đậm</b> & <script>'] },
    ]);
  });

  it('are empty for empty text', () => {
    expect(blocksOf('')).toEqual([]);
    expect(blocksOf(' \n\t\n')).toEqual([]);
  });

  it('keep every word in its order', () => {
    const line = fc.oneof(
      fc.constantFrom('', '- gạch', '2) số', '# đầu', '  thụt'),
      fc.stringMatching(/^[a-zà-ỹ ]{0,12}$/),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const words = (text: string) => text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
        const kept = blocksOf(lines.join('\n')).flatMap((block) => {
          if (block.kind === 'heading') return words(block.text);
          return (block.kind === 'list' ? block.items : block.lines).flatMap(words);
        });
        expect(kept).toEqual(lines.flatMap(words));
      }),
    );
  });
});
