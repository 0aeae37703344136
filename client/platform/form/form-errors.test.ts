import { describe, expect, it } from 'vitest';
import { ApiFailure } from '../api/api-failure.js';
import type { Translate } from '../text/i18n.js';
import { fieldErrors } from './form-errors.js';

describe('refused fields', () => {
  const own: Record<string, string> = {
    'fields.title.too_small': 'A title needs a letter',
    'fields.unfit': 'Unfit',
  };
  const common: Record<string, string> = { 'fields.invalid': 'Not valid', 'fields.too_big': 'Too long' };
  const from =
    (all: Record<string, string>): Translate =>
    (key, options) =>
      all[key] ?? (typeof options?.defaultValue === 'string' ? options.defaultValue : key);
  const read = (params: Record<string, string>) =>
    fieldErrors(new ApiFailure({ code: 'input.invalid', status: 400, params }), {
      t: from(own),
      common: from(common),
    });

  it('take the word for that field, then the word for that code, then the common one', () => {
    expect(read({ title: 'too_small', prompt: 'unfit', summary: 'too_big', rules: 'strange' })).toEqual({
      title: 'A title needs a letter',
      prompt: 'Unfit',
      summary: 'Too long',
      rules: 'Not valid',
    });
  });

  it('are none for another failure', () => {
    expect(fieldErrors(new ApiFailure({ code: 'network' }), { t: from(own), common: from(common) })).toEqual(
      {},
    );
  });
});
