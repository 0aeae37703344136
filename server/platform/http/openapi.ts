import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { failureView } from '../../../shared/kernel/failure.js';
import { mediaTypeOf, noContent, type RouteDeclaration } from './route.js';

export type DeclaredRoute = { method: string; path: string; handler: string; declaration: RouteDeclaration };

type JsonSchema = Record<string, unknown>;

/** The API description, made of nothing but the routes' own declarations. */
export function describeApi(routes: readonly DeclaredRoute[]): OpenAPIObject {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
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
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'haidang.session_token' } },
    },
  };
}

function operationOf({ handler, declaration, method }: DeclaredRoute): JsonSchema {
  const { in: input, out, policy, summary } = declaration;
  const status = declaration.status ?? (out === noContent ? 204 : 200);
  const parameters = [
    ...parametersOf(input?.params, 'path'),
    ...parametersOf(input?.query, 'query'),
    ...(method === 'GET' ? [] : [REQUESTED_WITH]),
  ];
  return {
    operationId: handler,
    summary,
    tags: [handler.split('.')[0]?.replace('Controller', '')],
    'x-policy': policy.name,
    ...(policy.name === 'anyone' ? {} : { security: [{ session: [] }] }),
    parameters,
    ...(input?.body && { requestBody: { required: true, content: jsonOf(input.body, 'input') } }),
    responses: {
      [status]: { description: summary, ...(out !== noContent && { content: contentOf(out) }) },
      default: { description: 'A failure', content: jsonOf(failureView, 'output') },
    },
  };
}

const REQUESTED_WITH = {
  name: 'x-requested-with',
  in: 'header',
  required: true,
  schema: { type: 'string', const: 'hai-dang' },
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
  }));
}

function propertiesOf(schema: JsonSchema): Record<string, unknown> {
  const parsed = z.record(z.string(), z.unknown()).safeParse(schema['properties']);
  return parsed.success ? parsed.data : {};
}

function contentOf(out: z.ZodType): JsonSchema {
  const mediaType = mediaTypeOf(out);
  return mediaType !== undefined
    ? { [mediaType]: { schema: { type: 'string', format: 'binary' } } }
    : jsonOf(out, 'output');
}

function jsonOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  return { 'application/json': { schema: jsonSchemaOf(schema, io) } };
}

function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return described;
}
