import type { CreateQuestion } from '../../shared/question-bank/question.schema.js';

let count = 0;

/** A single-choice question that nobody has written before; the first option is right. */
export function someQuestion(changes: Partial<CreateQuestion> = {}): CreateQuestion {
  count += 1;
  return {
    topic: 'Lịch sử',
    level: 'recall',
    tags: [],
    content: {
      prompt: {
        type: 'single_choice',
        text: `Sự kiện thứ ${count} diễn ra năm nào?`,
        options: ['1930', '1945', '1954', '1975'].map((text, at) => ({ id: 'abcd'.charAt(at), text })),
      },
      solution: { type: 'single_choice', credits: { a: 1 } },
      explanation: 'Xem sách giáo khoa.',
      source: 'Sách giáo khoa Lịch sử 12',
    },
    ...changes,
  };
}

/** The same question with another text. */
export function withText(question: CreateQuestion, text: string): CreateQuestion {
  return { ...question, content: { ...question.content, prompt: { ...question.content.prompt, text } } };
}
