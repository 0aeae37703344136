/** Credits have six decimals and points two, so both are whole numbers here and no sum depends on its order. */
const CREDIT_UNITS = 1_000_000;
const POINT_UNITS = 100;

/** One question of a paper: its topic's name and the share of its points that the answer earned, 0 to 1. */
export type GradedQuestion = { topic: string; credit: number };

export type TopicTally = {
  topic: string;
  correct: number;
  questions: number;
  /** Share of the topic's points, 0 to 1. */
  share: number;
};

export type AttemptScore = { points: number; maxPoints: number; correct: number; topics: TopicTally[] };

/**
 * The score of an attempt: credits × points per question, summed exactly and rounded once, half up, to 2 decimals.
 * Only full credit is correct. Topics stand in Vietnamese alphabetical order.
 */
export function scoreOf(questions: readonly GradedQuestion[], pointsPerQuestion: number): AttemptScore {
  const names = new Set(questions.map(({ topic }) => topic));
  return {
    points: pointsOf(questions, pointsPerQuestion),
    maxPoints: questions.length * pointsPerQuestion,
    correct: correctOf(questions),
    topics: [...names].map((topic) => tallyOf(topic, questions)).toSorted(byTopic),
  };
}

/** Points of one question for the review, rounded like the score; their sum may differ from it by the rounding. */
export function questionPoints(credit: number, pointsPerQuestion: number): number {
  return pointsOf([{ credit }], pointsPerQuestion);
}

function pointsOf(questions: readonly { credit: number }[], pointsPerQuestion: number): number {
  const unitsPerPoint = CREDIT_UNITS / POINT_UNITS;
  const exact = creditUnits(questions) * pointsPerQuestion;
  return Math.floor((exact + unitsPerPoint / 2) / unitsPerPoint) / POINT_UNITS;
}

function tallyOf(topic: string, questions: readonly GradedQuestion[]): TopicTally {
  const own = questions.filter((question) => question.topic === topic);
  const share = creditUnits(own) / (own.length * CREDIT_UNITS);
  return { topic, correct: correctOf(own), questions: own.length, share };
}

function correctOf(questions: readonly { credit: number }[]): number {
  return questions.filter((question) => creditUnits([question]) === CREDIT_UNITS).length;
}

function creditUnits(questions: readonly { credit: number }[]): number {
  return questions.reduce((sum, { credit }) => sum + Math.round(credit * CREDIT_UNITS), 0);
}

const vietnamese = new Intl.Collator('vi');

function byTopic(one: TopicTally, two: TopicTally): number {
  return vietnamese.compare(one.topic, two.topic);
}
