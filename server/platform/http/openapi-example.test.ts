import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exampleOf, SOME_ID } from './openapi-example.js';

const made = (schema: z.ZodType) => exampleOf(schema, z.toJSONSchema(schema, { io: 'input' }));

describe('an example of what may be sent', () => {
  it('has every field, each of its kind', () => {
    const schema = z.object({
      id: z.uuid(),
      at: z.iso.datetime(),
      kind: z.enum(['open', 'closed']),
      title: z.string().min(8).max(10),
      count: z.number().int().min(5),
      flag: z.boolean().optional(),
      unitIds: z.array(z.uuid()),
      rule: z.union([z.object({ kind: z.literal('all') }), z.null()]),
    });
    expect(made(schema)).toEqual({
      id: SOME_ID,
      at: '2026-12-01T08:00:00.000Z',
      kind: 'open',
      title: 'text....',
      count: 5,
      flag: true,
      unitIds: [SOME_ID],
      rule: { kind: 'all' },
    });
  });

  it('is left out where it would be refused', () => {
    expect(made(z.object({ code: z.string().regex(/^[A-Z]{4}$/) }))).toBeUndefined();
  });
});
