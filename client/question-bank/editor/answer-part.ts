import type { QuestionForm } from './question-form.rules.js';

/** What every part of the editor gets. */
export type PartProps = {
  form: QuestionForm;
  onChange: (change: Partial<QuestionForm>) => void;
  /** The text of what is wrong with a field, once it is to be shown. */
  errorOf: (field: string) => string | undefined;
};
