import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { failureView } from '../../../shared/kernel/failure.js';
import { exampleOf, SOME_ID } from './openapi-example.js';
import { failuresOf } from './openapi-failures.js';
import { mediaTypeOf, noContent, type RouteDeclaration } from './route.js';

export type DeclaredRoute = { method: string; path: string; handler: string; declaration: RouteDeclaration };
/** Names of the cookies by which somebody is known, by the name of the scheme. */
export type CookieSchemes = { session: string; guest: string };

type JsonSchema = Record<string, unknown>;

/** The API description, made of nothing but the routes' own declarations. */
export function describeApi(routes: readonly DeclaredRoute[], cookies: CookieSchemes): OpenAPIObject {
  const components = new Components();
  components.name('Failure', jsonSchemaOf(failureView, 'output'));
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, components) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hải Đăng',
      version: '1',
      description: 'Times are ISO 8601 in UTC. Errors carry a stable code.',
    },
    paths,
    components: {
      schemas: components.schemas,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: cookies.session },
        guest: { type: 'apiKey', in: 'cookie', name: cookies.guest },
      },
    },
  };
}

function operationOf({ handler, declaration, method }: DeclaredRoute, components: Components): JsonSchema {
  const { in: input, out, policy, summary } = declaration;
  const status = declaration.status ?? (out === noContent ? 204 : 200);
  const parameters = [
    ...parametersOf(input?.params, 'path'),
    ...parametersOf(input?.query, 'query'),
    ...(method === 'GET' ? [] : [REQUESTED_WITH]),
  ];
  const jsonOf = (schema: z.ZodType, io: 'input' | 'output', part: string): JsonSchema => {
    const described = jsonSchemaOf(schema, io);
    const example = io === 'input' ? exampleOf(schema, described) : undefined;
    const named = components.refTo(`${handler}.${part}`, described);
    return { 'application/json': { schema: named, ...(example !== undefined && { example }) } };
  };
  const answerOf = (): JsonSchema => fileOf(out) ?? jsonOf(out, 'output', 'answer');
  return {
    operationId: handler,
    summary,
    tags: [handler.split('.')[0]?.replace('Controller', '')],
    'x-policy': policy.name,
    security: policy.name === 'anyone' ? [{}, { session: [] }, { guest: [] }] : [{ session: [] }],
    parameters,
    ...(input?.body && { requestBody: { required: true, content: jsonOf(input.body, 'input', 'body') } }),
    responses: {
      [status]: { description: summary, ...(out !== noContent && { content: answerOf() }) },
      ...failuresOf(declaration, method),
    },
  };
}

/** Filled in already: it has one value, and nothing works without it. */
const REQUESTED_WITH = {
  name: 'x-requested-with',
  in: 'header',
  required: true,
  description: 'Says that the request was meant: no other site can send it unasked.',
  schema: { type: 'string', const: 'hai-dang', default: 'hai-dang' },
  example: 'hai-dang',
};

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): JsonSchema[] {
  if (!schema) return [];
  const described = jsonSchemaOf(schema, 'input');
  const required = Array.isArray(described['required']) ? described['required'] : [];
  return Object.entries(propertiesOf(described)).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
    ...(place === 'path' && isId(property) && { example: SOME_ID }),
  }));
}

const isId = (property: unknown): boolean =>
  z.object({ format: z.literal('uuid') }).safeParse(property).success;

function propertiesOf(schema: JsonSchema): Record<string, unknown> {
  const parsed = z.record(z.string(), z.unknown()).safeParse(schema['properties']);
  return parsed.success ? parsed.data : {};
}

function fileOf(out: z.ZodType): JsonSchema | undefined {
  const mediaType = mediaTypeOf(out);
  return mediaType === undefined
    ? undefined
    : { [mediaType]: { schema: { type: 'string', format: 'binary' } } };
}

function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return described;
}

/** Schemas under names, so that what several routes take or answer is described once. */
class Components {
  readonly schemas: Record<string, JsonSchema> = {};
  private readonly names = new Map<string, string>();

  name(name: string, schema: JsonSchema): void {
    this.schemas[name] = schema;
    this.names.set(JSON.stringify(schema), name);
  }

  /** A reference to the schema: under the name it has already, else under this one. */
  refTo(name: string, schema: JsonSchema): { $ref: string } {
    const key = JSON.stringify(schema);
    if (!this.names.has(key)) this.name(name.replace('Controller', ''), schema);
    return { $ref: `#/components/schemas/${this.names.get(key)}` };
  }
}
