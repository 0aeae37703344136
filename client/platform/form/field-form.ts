import { useEffect, useState, type FormEvent } from 'react';
import type { z } from 'zod';
import { ApiFailure } from '../api/api-failure.js';
import { useFailureText } from '../api/errors.js';
import { fieldErrors, focusFirstInvalid, focusRefusedSoon, hasUnread } from './form-errors.js';
import { useT } from '../text/i18n.js';

type FieldFormOptions<Schema extends z.ZodType, Values> = {
  /** The namespace that words what can be wrong with the fields. */
  texts: string;
  /** The namespace of the other refusals, where it is not the same. */
  failureTexts?: string;
  /** The server's own schema: what it would refuse is not sent. */
  schema: Schema;
  initial: Values;
  /** What is sent, where the fields hold it in another form. */
  toInput?: (values: Values) => unknown;
  send: (input: z.output<Schema>) => Promise<unknown>;
  /** Failure codes that belong to one field: `{ 'account.code_taken': 'code' }`. */
  conflicts?: Record<string, string>;
  onDone?: () => void;
};

/**
 * A form whose refusals land on their fields, with the focus on the first. `failure` is what belongs to no field.
 */
export function useFieldForm<Schema extends z.ZodType, Values extends object>({
  texts,
  failureTexts = texts,
  schema,
  initial,
  toInput = (values) => values,
  send,
  conflicts = {},
  onDone,
}: FieldFormOptions<Schema, Values>) {
  const t = useT(texts);
  const common = useT('platform');
  const explain = useFailureText(failureTexts);
  const [form, setForm] = useState<HTMLFormElement | null>(null);
  const [values, setValues] = useState(initial);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const taken = refusal instanceof ApiFailure ? conflicts[refusal.code] : undefined;
  const errors = taken ? { [taken]: explain(refusal) } : fieldErrors(refusal, { t, common });
  const onFields = Object.keys(errors).length > 0;

  useEffect(() => {
    if (refusal) focusFirstInvalid(form);
  }, [refusal, form]);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    setForm(event.currentTarget);
    if (hasUnread(event.currentTarget)) return focusRefusedSoon(event.currentTarget);
    const parsed = schema.safeParse(toInput(values));
    if (!parsed.success) return setRefusal(invalidInput(parsed.error));
    setBusy(true);
    try {
      await send(parsed.data);
      setRefusal(null);
      onDone?.();
    } catch (error) {
      setRefusal(error);
    } finally {
      setBusy(false);
    }
  };

  return {
    values,
    /** Changes some fields; what was said about the form no longer holds. */
    change: (changes: Partial<Values>) => {
      setValues((before) => ({ ...before, ...changes }));
      setRefusal(null);
    },
    errors,
    failure: refusal !== null && !onFields ? explain(refusal) : null,
    busy,
    submit: (event: FormEvent<HTMLFormElement>) => void submit(event),
  };
}

/** What the server would have answered, without asking it. */
function invalidInput(error: z.ZodError): ApiFailure {
  const params = Object.fromEntries(
    error.issues.map((issue) => [issue.path.join('.'), issue.code === 'custom' ? issue.message : issue.code]),
  );
  return new ApiFailure({ code: 'input.invalid', params });
}
