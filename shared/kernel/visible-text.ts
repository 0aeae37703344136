import { z } from 'zod';
import { calmMarks, composed, SPACES, UNSEEN } from './text.js';

/** What hides or turns the text around it on purpose; a pasted tab is a space. */
const TRICKS = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
/** Only an emoji needs joiners, selectors and tags. */
const EMOJI = String.raw`\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?(?:\u200d\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)*(?:[\u{e0061}-\u{e007a}]+\u{e007f})?|[#*0-9]\ufe0f\u20e3`;
const needless = new RegExp(`(${EMOJI})|[${UNSEEN}]`, 'gu');
const spaces = new RegExp(`[${SPACES}]+`, 'gu');
const SHAPE = /[\p{L}\p{N}\p{P}\p{S}]/u;

const withoutUnseen = (text: string) => composed(calmMarks(text).replace(needless, '$1'));
const oneLine = (text: string) => withoutUnseen(text).replace(spaces, ' ').trim();
const hasNoTricks = (text: string) => !TRICKS.test(text);
/** An empty text is another matter: some fields may be. */
const hasShape = (text: string) => text === '' || SHAPE.test(text);

/** A text of lines: what nobody sees is left out, line ends are `\n`, letters are composed (NFC). */
export function readableLines(text: string): string {
  return withoutUnseen(
    text.replace(/\r\n?|[\u2028\u2029\u0085\u000b\u000c]/g, '\n').replaceAll('\u2800', ' '),
  ).trim();
}

/**
 * Whether something of it is seen.
 */
export function isVisible(text: string): boolean {
  return SHAPE.test(oneLine(text));
}

/**
 * A name, a title, a label: one line, composed (NFC), single spaces, without what came along unseen when it was pasted.
 * Refused as `control_characters` when it hides or turns what stands around it, as `unseen` when it has no shape.
 */
export function visibleLine(max: number, min = 1) {
  return z
    .string()
    .trim()
    .overwrite((text) => (hasNoTricks(text) ? oneLine(text) : text))
    .min(min)
    .max(max)
    .refine(hasNoTricks, 'control_characters')
    .refine(hasShape, 'unseen');
}

/** Text of several lines, as `readableLines`. Where there must be one, something of it is seen. */
export function visibleLines(max: number, min = 0) {
  return z.string().overwrite(readableLines).min(min).max(max).refine(hasShape, 'unseen');
}
