import { z } from 'zod';

type JsonSchema = Record<string, unknown>;

export const SOME_ID = '019ad5b0-4c00-7000-8000-000000000001';
const SOME_TEXT = 'text';
const SOME_NUMBER = 1;
const byFormat: Record<string, string> = {
  uuid: SOME_ID,
  'date-time': '2026-12-01T08:00:00.000Z',
  date: '2026-12-01',
  email: 'thu.ha@haidang.example',
  uri: 'https://haidang.example',
};

/**
 * What somebody may send, put together from the JSON schema of `schema`; undefined where the schema itself does not take
 * what was put together: an example that is refused is worse than none.
 */
export function exampleOf(schema: z.ZodType, described: JsonSchema): unknown {
  const example = valueOf(described);
  return schema.safeParse(example).success ? example : undefined;
}

function valueOf(schema: JsonSchema): unknown {
  for (const given of ['example', 'default', 'const']) if (schema[given] !== undefined) return schema[given];
  const [first] = listOf(schema['enum']);
  if (first !== undefined) return first;
  const [choice] = [...schemasOf(schema['anyOf']), ...schemasOf(schema['oneOf'])];
  if (choice) return valueOf(choice);
  const parts = schemasOf(schema['allOf']);
  if (parts.length > 0) return Object.assign({}, ...parts.map(valueOf));
  switch (schema['type']) {
    case 'object':
      return objectOf(schema);
    case 'array':
      return Number(schema['minItems'] ?? 1) > 1 ? [] : schemasOf([schema['items']]).map(valueOf);
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return Math.max(SOME_NUMBER, Number(schema['minimum'] ?? SOME_NUMBER));
    case 'string':
      return textOf(schema);
    default:
      return null;
  }
}

function objectOf(schema: JsonSchema): Record<string, unknown> {
  const { data: properties = {} } = z.record(z.string(), z.unknown()).safeParse(schema['properties']);
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) =>
      schemasOf([value]).map((one) => [name, valueOf(one)] as const),
    ),
  );
}

function textOf({ format, minLength, maxLength }: JsonSchema): string {
  const known = byFormat[String(format)];
  if (known !== undefined) return known;
  const text = SOME_TEXT.padEnd(Number(minLength ?? 0), '.');
  return maxLength === undefined ? text : text.slice(0, Number(maxLength));
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const schemasOf = (value: unknown): JsonSchema[] =>
  listOf(value).flatMap((one) => {
    const parsed = z.record(z.string(), z.unknown()).safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
