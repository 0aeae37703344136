import type { QnaSettings } from '../../../shared/qna/session.schema.js';
import { linesOf, mergedLines, textOf } from './lines.rules.js';

/** The settings as the fields hold them: lists are texts with one entry a line, and a time may be missing. */
export type SettingsValues = Omit<QnaSettings, 'startsAt' | 'words' | 'labels'> & {
  startsAt: string | null;
  words: string;
  labels: string;
};

export function valuesOf(settings: QnaSettings): SettingsValues {
  return { ...settings, words: textOf(settings.words), labels: textOf(settings.labels) };
}

/** For the schema to judge. */
export function settingsOf<Values extends SettingsValues>(values: Values) {
  return { ...values, words: linesOf(values.words), labels: linesOf(values.labels) };
}

/** What was changed here since `base`, on top of what somebody else saved meanwhile; the other fields are theirs. */
export function onTopOf(theirs: QnaSettings, values: SettingsValues, base: QnaSettings): SettingsValues {
  const before = new Map<string, unknown>(Object.entries(valuesOf(base)));
  const changed = Object.entries(values).filter(([name, value]) => value !== before.get(name));
  const lines = (name: 'words' | 'labels') =>
    textOf(mergedLines(theirs[name], linesOf(values[name]), base[name]));
  return {
    ...valuesOf(theirs),
    ...Object.fromEntries(changed),
    words: lines('words'),
    labels: lines('labels'),
  };
}

/** Whether saving would change anything. */
export function differs(values: SettingsValues, settings: QnaSettings): boolean {
  return JSON.stringify(settingsOf(values)) !== JSON.stringify(settingsOf(valuesOf(settings)));
}
