import { useCallback, useRef, useState } from 'react';
import { useT } from '../../platform/text/i18n.js';
import type { QuestionForm } from './question-form.rules.js';
import { formProblems } from './question-request.rules.js';

/** The form's value, what is wrong with it once saving was tried, and whether there is anything to lose. */
export function useQuestionForm(initial: QuestionForm) {
  const t = useT('question-bank');
  const [form, setForm] = useState(initial);
  const [tried, setTried] = useState(false);
  // Read by the guard at the moment of leaving, which may come before the next render.
  const unsaved = useRef(false);
  const problems = tried ? formProblems(form) : {};
  const change = useCallback((part: Partial<QuestionForm>) => {
    unsaved.current = true;
    setForm((current) => ({ ...current, ...part }));
  }, []);
  const reset = useCallback((next: QuestionForm) => {
    unsaved.current = false;
    setTried(false);
    setForm(next);
  }, []);
  return {
    form,
    change,
    reset,
    isUnsaved: useCallback(() => unsaved.current, []),
    markSaved: useCallback(() => {
      unsaved.current = false;
    }, []),
    errorOf: (field: string) => {
      const code = problems[field];
      return code === undefined ? undefined : t(`problem.${code}`);
    },
    /** Shows what is wrong; true when nothing is. */
    check: () => {
      setTried(true);
      return Object.keys(formProblems(form)).length === 0;
    },
  };
}
