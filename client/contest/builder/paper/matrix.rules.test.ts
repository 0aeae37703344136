import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blueprint as blueprintSchema, type Blueprint } from '../../../../shared/contest/contest.schema.js';
import { LEVELS, topicId } from '../../../../shared/question-bank/question.schema.js';
import { cellState, matrixOf, withCell } from './matrix.rules.js';

const press = topicId.parse('0198a000-0000-7000-8000-000000000001');
const law = topicId.parse('0198a000-0000-7000-8000-000000000002');
const supply = [
  { topicId: press, topic: 'Báo chí', level: 'recall' as const, available: 48 },
  { topicId: press, topic: 'Báo chí', level: 'apply' as const, available: 1 },
  { topicId: law, topic: 'Luật', level: 'recall' as const, available: 2 },
];

describe('the matrix of a paper', () => {
  it.each([
    [0, 0, 'empty'],
    [3, 6, 'ample'],
    [3, 5, 'thin'],
    [3, 3, 'thin'],
    [3, 2, 'impossible'],
  ])('%i drawn of %i is %s', (count, available, state) => {
    expect(cellState(count, available)).toBe(state);
  });

  it('adds up by topic, by level and in all, and says what the bank can fill', () => {
    const matrix = matrixOf(
      [
        { topicId: press, level: 'recall', count: 3 },
        { topicId: press, level: 'apply', count: 2 },
        { topicId: law, level: 'recall', count: 1 },
      ],
      supply,
    );
    expect(matrix.rows.map((row) => [row.topic, row.total])).toEqual([
      ['Báo chí', 5],
      ['Luật', 1],
    ]);
    expect(matrix.columns.map((column) => column.total)).toEqual([4, 0, 2, 0]);
    expect(matrix.columns[0]?.share).toBeCloseTo(4 / 6);
    expect(matrix).toMatchObject({ total: 6, filled: 5, state: 'impossible' });
  });

  it('keeps a topic that the bank has lost in view', () => {
    const matrix = matrixOf([{ topicId: law, level: 'apply', count: 1 }], supply.slice(0, 2));
    expect(matrix.rows.map((row) => [row.topicId, row.topic])).toEqual([
      [press, 'Báo chí'],
      [law, ''],
    ]);
    expect(matrix.state).toBe('impossible');
  });

  it('of an empty paper holds nothing, and no level has a share of it', () => {
    const matrix = matrixOf([], supply);
    expect(matrix.columns.map(({ share }) => share)).toEqual([0, 0, 0, 0]);
    expect(matrix).toMatchObject({ total: 0, filled: 0, state: 'empty' });
  });

  it('stays a blueprint the server takes, whatever is set', () => {
    const cells = fc.record({
      topicId: fc.constantFrom(press, law),
      level: fc.constantFrom(...LEVELS),
      count: fc.integer({ min: 0, max: 200 }),
    });
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 30 }), (changes) => {
        const result = changes.reduce<Blueprint>(withCell, []);
        expect(blueprintSchema.safeParse(result).success).toBe(true);
        const last = new Map(changes.map((cell) => [cell.topicId + cell.level, cell.count]));
        expect(matrixOf(result, supply).total).toBe(
          [...last.values()].reduce((sum, count) => sum + count, 0),
        );
      }),
    );
  });
});
