import type { ImportFindingCode } from '../../../shared/question-bank/import-findings.js';
import { releaseEscapes } from './gift-lexer.rules.js';
import { htmlToText } from './html-text.rules.js';
import type { Findings } from './import-item.rules.js';
import { tidyLines } from './import-text.rules.js';

const FORMATS = ['html', 'moodle', 'plain', 'markdown'] as const;
export type GiftFormat = (typeof FORMATS)[number];

export type GiftTextOptions = {
  /** Format of a text without a marker of its own: the question's for its answers and feedback. */
  format: GiftFormat;
  /** Whether line ends in the file belong to the text (question) or only to its layout (answers, feedback). */
  keepLines: boolean;
  findings: Findings;
};

/** Plain text of a guarded piece of GIFT with an optional `[html]`, `[moodle]`, `[plain]` or `[markdown]` in front. */
export function giftText(guarded: string, options: GiftTextOptions): { text: string; format: GiftFormat } {
  const trimmed = guarded.trim();
  const marker = /^\[(html|moodle|plain|markdown)\]/i.exec(trimmed);
  const named = marker?.[1]?.toLowerCase();
  const format = FORMATS.find((candidate) => candidate === named) ?? options.format;
  const body = trimmed.slice(marker?.[0].length ?? 0);
  // Plain text and <pre> are meant line by line; elsewhere line ends between answers are layout.
  const keepLines = options.keepLines || format === 'plain' || (format === 'html' && /<pre[\s>]/i.test(body));
  const text = releaseEscapes(keepLines ? body : body.replaceAll('\n', ' '));
  return { text: converted(text, format, options.findings), format };
}

function converted(text: string, format: GiftFormat, findings: Findings): string {
  if (format === 'markdown') warnOnce(findings, 'gift.markdown_kept', {});
  if (format === 'plain') return text.trim();
  if (format === 'markdown') return tidyLines(text);
  // Moodle's own format shows tags as HTML does, but also keeps line ends.
  const source = format === 'html' ? text : text.replaceAll('\n', '<br>');
  const plain = htmlToText(source, format === 'html');
  if (plain.lost.length > 0) warnOnce(findings, 'import.markup_lost', { tags: plain.lost.join(', ') });
  return tidyLines(plain.text);
}

function warnOnce(findings: Findings, code: ImportFindingCode, params: Record<string, string>): void {
  const same = findings.warnings.some(
    (warning) => warning.code === code && warning.params['tags'] === params['tags'],
  );
  if (!same) findings.warnings.push({ code, params });
}
