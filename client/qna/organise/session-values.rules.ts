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

const HOUR_MS = 3_600_000;

/** A session that starts with the next hour but one, read before it is shown: the careful defaults. */
export function freshValues(nowMs: number): SettingsValues {
  return {
    title: '',
    description: '',
    startsAt: new Date(Math.ceil(nowMs / HOUR_MS + 1) * HOUR_MS).toISOString(),
    endsAt: null,
    moderation: 'before',
    guestsAllowed: false,
    maxPerPerson: null,
    slowModeSeconds: 30,
    words: '',
    labels: '',
    answerSeconds: 180,
  };
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
