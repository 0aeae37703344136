import type { SettingsValues } from './session-values.rules.js';

/** The part of a form that a group of its fields sees. */
export type FieldsOf<Values> = {
  values: Values;
  errors: Record<string, string>;
  change: (changes: Partial<Values>) => void;
};
export type SettingsFields = FieldsOf<SettingsValues>;
