import { numberText, percentText } from '../grading/number-text.rules.js';
import { topicOf } from '../formats/gift-lexer.rules.js';
import type { ExportedQuestion } from './exported-question.js';

/**
 * Questions in Moodle's GIFT format, from which `parseGift` reads the same ones. What the format has no place for stands
 * in comments, as Moodle writes tags. Texts are marked as plain, so that neither tags nor spaces in them mean anything.
 */
export function giftOf(questions: readonly ExportedQuestion[]): string {
  let category = '';
  const blocks = questions.map((question) => {
    const own = categoryOf(question.topic);
    const heading = own === category ? '' : `$CATEGORY: ${own}\n\n`;
    category = own;
    return `${heading}${blockOf(question)}\n`;
  });
  return blocks.join('\n');
}

const categoryOf = (topic: string) => `$course$/top/${topic.replaceAll('\\', '\\\\').replaceAll('/', '//')}`;

function blockOf(question: ExportedQuestion): string {
  const { code, content } = question;
  const answers = answersOf(content);
  const explanation = content.explanation === '' ? '' : `\t####[plain]${escaped(content.explanation)}\n`;
  return [
    commentOf(question),
    `::${escaped(code)}::[plain]${escaped(content.prompt.text)} ${answers.replace(/\}$/, '')}${explanation}}`,
  ].join('\n');
}

/** Source and level always, also an empty one: a tag that looks like them is a tag then. */
function commentOf({
  topic,
  level,
  tags,
  state,
  content: { source, prompt, solution },
}: ExportedQuestion): string {
  const facts: [string, string][] = [
    ['level', level],
    ['source', source],
  ];
  if (topicOf(`$course$/top/${topic.replaceAll('/', '//')}`) !== topic) facts.push(['topic', topic]);
  if (state !== 'reviewed') facts.push(['state', state]);
  if (prompt.type === 'number' && prompt.unit !== '') facts.push(['unit', prompt.unit]);
  if (solution.type === 'short_text') {
    if (solution.caseSensitive) facts.push(['case', 'yes']);
    if (solution.accentSensitive) facts.push(['accents', 'yes']);
  }
  facts.push(...tags.map((tag): [string, string] => ['tag', tag]));
  return `// ${facts.map(([name, value]) => `[${name}:${bracketed(value)}]`).join(' ')}`;
}

/** A backslash is one of the comment and one of the file; brackets are escaped in the comment alone, as Moodle does. */
const bracketed = (value: string) =>
  value.replaceAll('\\', '\\\\\\\\').replace(/[[\]]/g, '\\$&').replaceAll('\n', '\\n');

/** The block of answers, closed by a brace. */
function answersOf({ prompt, solution }: ExportedQuestion['content']): string {
  const line = (text: string) => `\t${text}\n`;
  switch (solution.type) {
    case 'true_false':
      return solution.correct ? '{TRUE}' : '{FALSE}';
    case 'number':
      return `{#\n${solution.accepted
        .map(({ value, tolerance, credit }) =>
          line(`=${shareOf(credit)}${numberText(value)}:${numberText(tolerance)}`),
        )
        .join('')}}`;
    case 'short_text':
      return `{\n${solution.accepted.map(({ text, credit }) => line(`=${shareOf(credit)}${answerText(text)}`)).join('')}}`;
    case 'single_choice':
      return `{\n${optionLines(prompt, (id, isFirst) => {
        const credit = solution.credits[id] ?? 0;
        // One of them at least has to be wrong for Moodle, or partly right.
        return credit === 1 && isFirst ? '=' : `~${credit === 0 ? '' : `%${percentText(credit)}%`}`;
      })}}`;
    case 'multiple_choice':
      return `{\n${optionLines(prompt, (id) => `~%${percentText(solution.weights[id] ?? 0)}%`)}}`;
  }
}

type Prompt = ExportedQuestion['content']['prompt'];

function optionLines(prompt: Prompt, markOf: (id: string, isFirst: boolean) => string): string {
  if (!('options' in prompt)) return '';
  let isFirst = true;
  return prompt.options
    .map(({ id, text }) => {
      const mark = markOf(id, isFirst);
      if (mark === '=') isFirst = false;
      const guard = mark.endsWith('%') || !text.startsWith('%') ? '' : mark === '=' ? '%100%' : '%0%';
      return `\t${mark}${guard}${answerText(text)}\n`;
    })
    .join('');
}

const shareOf = (credit: number) => `%${percentText(credit)}%`;

/** An answer is plain like its question, unless it looks like saying something else. */
const answerText = (text: string) =>
  /^\[(?:html|moodle|plain|markdown)\]/i.test(text) ? `[plain]${escaped(text)}` : escaped(text);

const escaped = (text: string) =>
  text
    .replace(/[\\~=#{}:]/g, '\\$&')
    .replaceAll('->', '-\\>')
    .replaceAll('\n', '\\n');
