import {
  ANSWER_SECONDS,
  SLOW_MODE_SECONDS,
  type AnonymityLevel,
} from '../../../shared/qna/session.schema.js';
import { settingsOf, type SettingsValues } from '../organise/session-values.rules.js';

/** What is chosen for a new session, as the fields hold it. */
export type NewSessionValues = SettingsValues & {
  startsNow: boolean;
  level: AnonymityLevel;
  /** Whether two people hold keys. */
  held: boolean;
  /** Their ids; empty while nobody is chosen. */
  holders: [string, string];
};

/** Read before it is shown, no limit, three minutes an answer, by name, for members: the careful defaults. */
export const FRESH: NewSessionValues = {
  title: '',
  description: '',
  startsNow: true,
  startsAt: null,
  endsAt: null,
  moderation: 'before',
  guestsAllowed: false,
  guestsVote: true,
  maxPerPerson: null,
  slowModeSeconds: SLOW_MODE_SECONDS,
  words: '',
  labels: '',
  answerSeconds: ANSWER_SECONDS,
  level: 'named',
  held: false,
  holders: ['', ''],
};

/** For the schema to judge. A time that was asked for and not chosen is missing; a planned end only goes with a time. */
export function requestOf({ startsNow, held, holders, ...values }: NewSessionValues, draft: boolean) {
  return {
    ...settingsOf(values),
    startsAt: startsNow ? null : (values.startsAt ?? ''),
    endsAt: startsNow ? null : values.endsAt,
    keyHolders: held ? holders : null,
    draft,
  };
}

/** A session is planned for a time that is still to come, `now` in ms since 1970. */
export const isPast = ({ startsNow, startsAt }: NewSessionValues, now: number): boolean =>
  !startsNow && startsAt !== null && Date.parse(startsAt) < now;

/** The fields behind “more”: what is wrong with one of them has to be in sight. */
const MORE = [
  'description',
  'moderation',
  'maxPerPerson',
  'slowModeSeconds',
  'answerSeconds',
  'words',
  'labels',
  'keyHolders',
];

export function isAboutMore(errors: Readonly<Record<string, string>>): boolean {
  return Object.keys(errors).some((path) => MORE.includes(path.split('.')[0] ?? ''));
}
