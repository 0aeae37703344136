import { describe, expect, it } from 'vitest';
import { publishProblem, roundId, type Visibility } from '../../../shared/contest/contest.schema.js';
import { unitId } from '../../../shared/kernel/ids.js';
import { topicId } from '../../../shared/question-bank/question.schema.js';
import { publishProblems, type PublishCandidate, type PublishedRound } from './publish.rules.js';

const press = topicId.parse('0190a000-0000-7000-8000-000000000001');
const now = new Date('2026-11-10T00:00:00.000Z');
const contest = { title: 'Ngọn đèn tri thức', summary: 'Ba vòng về báo chí', rules: 'Mỗi người hai lượt.' };
const supply = [{ topicId: press, topic: 'Báo chí', level: 'recall' as const, available: 40 }];
const round: PublishedRound = {
  id: roundId.parse('0190a000-0000-7000-8000-00000000000a'),
  title: 'Vòng 1',
  opensAt: '2026-11-16T01:00:00.000Z',
  closesAt: '2026-11-22T16:59:00.000Z',
  durationMinutes: 30,
  attemptsAllowed: 2,
  counting: 'best',
  graceSeconds: 30,
  eligibility: { kind: 'all' },
  blueprint: [{ topicId: press, level: 'recall', count: 20 }],
  shuffleQuestions: true,
  shuffleOptions: true,
  pointsPerQuestion: 5,
  resultsVisible: { kind: 'on_submission' },
  answersVisible: { kind: 'on_close' },
  standingsVisible: { kind: 'on_close' },
};

const problemsOf = (differences: Partial<PublishedRound>, candidate: Partial<PublishCandidate> = {}) =>
  publishProblems({ contest, rounds: [{ ...round, ...differences }], supply, now, ...candidate });
const codesOf = (...args: Parameters<typeof problemsOf>) =>
  problemsOf(...args).map(({ code, severity }) => `${severity} ${code}`);

describe('publishProblems', () => {
  it('finds nothing in a sound contest', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each([
    [{ title: '  ' }, 'blocks publish.title_missing'],
    [{ summary: ' \n' }, 'warns publish.summary_missing'],
    [{ rules: ' \n' }, 'warns publish.rules_missing'],
    [{ summary: '' }, 'warns publish.summary_missing'],
    [{ rules: '' }, 'warns publish.rules_missing'],
  ])('of the contest: %o', (differences, code) => {
    expect(codesOf({}, { contest: { ...contest, ...differences } })).toEqual([code]);
  });

  it('wants a round', () => {
    expect(codesOf({}, { rounds: [] })).toEqual(['blocks publish.rounds_missing']);
  });

  const at = (time: string): Visibility => ({ kind: 'at', at: time });
  it.each<[Partial<PublishedRound>, string[]]>([
    [{ opensAt: null }, ['blocks publish.window_missing']],
    [{ closesAt: null }, ['blocks publish.window_missing']],
    [{ closesAt: round.opensAt }, ['blocks publish.window_invalid']],
    [{ opensAt: '2026-11-01T00:00:00Z', closesAt: now.toISOString() }, ['blocks publish.window_past']],
    [{ opensAt: now.toISOString() }, ['warns publish.opens_at_once']],
    [{ opensAt: '2026-11-10T00:00:00.001Z' }, []],
    [{ closesAt: '2026-11-16T01:30:00.000Z' }, []],
    [{ closesAt: '2026-11-16T01:29:59.999Z' }, ['warns publish.duration_exceeds_window']],
    [{ eligibility: { kind: 'units', unitIds: [] } }, ['blocks publish.eligibility_empty']],
    [{ blueprint: [] }, ['blocks publish.blueprint_empty']],
    [{ blueprint: [{ topicId: press, level: 'recall', count: 41 }] }, ['blocks publish.cell_impossible']],
    [{ blueprint: [{ topicId: press, level: 'recall', count: 21 }] }, ['warns publish.cell_thin']],
    [{ answersVisible: { kind: 'on_submission' } }, ['warns publish.answers_while_open']],
    [{ answersVisible: at('2026-11-22T16:59:29.999Z') }, ['warns publish.answers_while_open']],
    [{ answersVisible: at('2026-11-22T16:59:30.000Z') }, []],
    [{ answersVisible: { kind: 'never' } }, []],
    [{ standingsVisible: { kind: 'on_submission' } }, []],
    [
      { resultsVisible: { kind: 'never' } },
      ['warns publish.answers_before_results', 'warns publish.standings_before_results'],
    ],
    [
      { resultsVisible: at('2026-11-30T00:00:00Z'), answersVisible: at('2026-11-30T00:00:00Z') },
      ['warns publish.standings_before_results'],
    ],
  ])('of a round: %o', (differences, codes) => {
    expect(codesOf(differences)).toEqual(codes);
  });

  it('looks at what people see only once the window is known', () => {
    const early = { resultsVisible: { kind: 'never' as const } };
    expect(codesOf({ ...early, opensAt: null })).toEqual(['blocks publish.window_missing']);
    expect(codesOf({ ...early, closesAt: null })).toEqual(['blocks publish.window_missing']);
    const atOnce = { answersVisible: { kind: 'on_submission' as const } };
    expect(codesOf({ ...atOnce, opensAt: null })).toEqual(['blocks publish.window_missing']);
    expect(codesOf({ ...atOnce, closesAt: null })).toEqual(['blocks publish.window_missing']);
  });

  it('lets a round be for some units', () => {
    expect(problemsOf({ eligibility: { kind: 'units', unitIds: [unitId.parse(press)] } })).toEqual([]);
  });

  it('sends each problem to its step, and says how often one could try with the answers in hand', () => {
    const steps = (...args: Parameters<typeof problemsOf>) => problemsOf(...args).map(({ step }) => step);
    expect(steps({}, { contest: { title: '', summary: '', rules: '' }, rounds: [] })).toEqual(
      Array.from({ length: 4 }, () => 'information'),
    );
    const open = { answersVisible: { kind: 'on_submission' as const } };
    expect(problemsOf(open)).toMatchObject([
      { step: 'standings', roundId: round.id, params: { attempts: 2 } },
    ]);
    expect(problemsOf({ ...open, attemptsAllowed: null })[0]?.params).toEqual({ attempts: 0 });
  });

  it('names the topic that cannot be filled, and calls one that is gone by nothing', () => {
    const law = topicId.parse('0190a000-0000-7000-8000-000000000002');
    const bank = [{ topicId: law, topic: 'Luật', level: 'recall' as const, available: 40 }, ...supply];
    const topics = (of: typeof press, from: typeof supply) =>
      problemsOf({ blueprint: [{ topicId: of, level: 'recall', count: 99 }] }, { supply: from }).map(
        ({ params }) => params.topic,
      );
    expect(topics(press, bank)).toEqual(['Báo chí']);
    expect(topics(law, bank)).toEqual(['Luật']);
    expect(topics(law, supply)).toEqual(['']);
  });

  it('says where a problem belongs and gives the figures for its sentence', () => {
    const problems = problemsOf({
      blueprint: [{ topicId: press, level: 'recall', count: 41 }],
      closesAt: '2026-11-16T01:20:00.000Z',
    });
    expect(problems).toEqual([
      {
        code: 'publish.cell_impossible',
        params: { topic: 'Báo chí', topicId: press, level: 'recall', count: 41, available: 40 },
        roundId: round.id,
        step: 'paper',
        severity: 'blocks',
      },
      {
        code: 'publish.duration_exceeds_window',
        params: { durationMinutes: 30, windowMinutes: 20 },
        roundId: round.id,
        step: 'time',
        severity: 'warns',
      },
    ]);
    for (const problem of problems) expect(publishProblem.parse(problem)).toEqual(problem);
  });
});
