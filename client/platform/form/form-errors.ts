import { ApiFailure } from '../api/api-failure.js';
import type { Translate } from '../text/i18n.js';

type Reading = {
  /** The feature's own texts: `fields.<path>.<code>`, then `fields.<code>`. */
  t: Translate;
  /** The platform's texts. */
  common: Translate;
};

/**
 * The refused fields of an `input.invalid` as texts by path (`content.prompt.text`); empty for any other failure. Its
 * parameters are the paths, each with a code of what is wrong.
 * A feature may word a code for one field or for all; otherwise the platform's word for it stands.
 */
export function fieldErrors(error: unknown, { t, common }: Reading): Record<string, string> {
  if (!(error instanceof ApiFailure) || error.code !== 'input.invalid') return {};
  return Object.fromEntries(
    Object.entries(error.params).map(([path, code]) => [path, wordFor(path, String(code), { t, common })]),
  );
}

function wordFor(path: string, code: string, { t, common }: Reading): string {
  const fallback = common(`fields.${code}`, { defaultValue: common('fields.invalid') });
  return t(`fields.${path}.${code}`, { defaultValue: t(`fields.${code}`, { defaultValue: fallback }) });
}

/** Puts the focus on the first field that was refused. Call it after the errors are on screen. */
export function focusFirstInvalid(form: HTMLElement | null): void {
  // Fields for passwords mark themselves by the second alone.
  form?.querySelector<HTMLElement>('[aria-invalid="true"], input[data-invalid]')?.focus();
}

/** The same once the errors of what is happening now are drawn; with none, the focus stays where it is. */
export function focusRefusedSoon(form: HTMLElement | null): void {
  requestAnimationFrame(() => focusFirstInvalid(form));
}

/** For what stands around all forms of a page: whoever sends one with a wrong field gets the focus there. */
export function toRefusedField({ target }: { target: EventTarget }): void {
  if (target instanceof HTMLElement) focusRefusedSoon(target);
}

/** Whether a field cannot make out what was typed into it: what it held before must not be sent in its place. */
export function hasUnread(form: HTMLElement): boolean {
  return form.querySelector('[data-unread]') !== null;
}
