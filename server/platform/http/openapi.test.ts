import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { failure } from '../../../shared/kernel/failure.js';
import { anyone, holderOf, signedIn } from '../../../shared/kernel/viewer.js';
import { describeApi, type DeclaredRoute } from './openapi.js';
import { noContent } from './route.js';

const thing = z.object({ name: z.string() });
const byId = z.object({ id: z.uuid() });
const routes: DeclaredRoute[] = [
  {
    method: 'GET',
    path: '/api/things',
    handler: 'ThingController.list',
    declaration: { out: thing, policy: anyone, summary: 'Things' },
  },
  {
    method: 'PUT',
    path: '/api/things/:id',
    handler: 'ThingController.edit',
    declaration: {
      in: { params: byId, body: thing },
      out: noContent,
      policy: holderOf('organiser'),
      fails: [failure('thing.closed', 409), failure('thing.gone', 404)],
      summary: 'Edit a thing',
    },
  },
  {
    method: 'GET',
    path: '/api/things/:id',
    handler: 'ThingController.read',
    declaration: { in: { params: byId }, out: thing, policy: signedIn, summary: 'A thing' },
  },
];
const described = describeApi(routes, { session: 'a.session', guest: 'a.guest' });
const list = described.paths['/api/things']?.get;
const edit = described.paths['/api/things/{id}']?.put;
const read = described.paths['/api/things/{id}']?.get;
const namesByStatus = (operation: typeof edit): Record<string, string> =>
  Object.fromEntries(
    Object.entries(operation?.responses ?? {}).map(([status, response]) => [
      status,
      response && 'description' in response ? String(response.description) : '',
    ]),
  );

describe('the API description', () => {
  it('names the failures of a route by status, those it declares and those that follow from it', () => {
    expect(namesByStatus(edit)).toEqual({
      204: 'Edit a thing',
      400: 'input.invalid',
      401: 'auth.required',
      403: 'auth.forbidden, auth.password_not_set',
      404: 'not_found, thing.gone',
      409: 'thing.closed',
      413: 'input.too_large',
      500: 'internal',
      503: 'unavailable',
    });
    expect(Object.keys(namesByStatus(list))).toEqual(['200', '403', '500', '503']);
    expect(Object.keys(namesByStatus(read))).toEqual(['200', '400', '401', '403', '404', '500', '503']);
    expect(edit?.responses['409']).toMatchObject({
      content: { 'application/json': { example: { code: 'thing.closed' } } },
    });
  });

  it('describes once what several routes take or answer', () => {
    const ref = { $ref: '#/components/schemas/Thing.list.answer' };
    expect(read?.responses['200']).toMatchObject({ content: { 'application/json': { schema: ref } } });
    expect(list?.responses['200']).toMatchObject({ content: { 'application/json': { schema: ref } } });
    expect(Object.keys(described.components?.schemas ?? {})).toEqual(
      expect.arrayContaining(['Failure', 'Thing.list.answer']),
    );
  });

  it('says how members and guests are known, and where nobody needs to be', () => {
    expect(described.components?.securitySchemes).toMatchObject({
      session: { in: 'cookie', name: 'a.session' },
      guest: { in: 'cookie', name: 'a.guest' },
    });
    expect(list?.security).toEqual([{}, { session: [] }, { guest: [] }]);
    expect(edit?.security).toEqual([{ session: [] }]);
  });

  it('fills in the header that has one value, and shows what an id looks like', () => {
    expect(edit?.parameters).toEqual([
      expect.objectContaining({ name: 'id', in: 'path', example: expect.stringMatching(/^[0-9a-f-]{36}$/) }),
      expect.objectContaining({
        name: 'x-requested-with',
        schema: expect.objectContaining({ default: 'hai-dang' }),
      }),
    ]);
  });
});
