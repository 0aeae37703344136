import { expect, it } from 'vitest';
import { setRoles } from './account.schema.js';

const UNIT = '0198a000-0000-7000-8000-000000000001';

it.each([
  ['coordinator', UNIT, []],
  ['coordinator', null, ['required roles.0.unitId']],
  ['admin', null, []],
  ['organiser', UNIT, []],
])('gives the role %s over %s or refuses it', (role, unitId, codes) => {
  const parsed = setRoles.safeParse({ roles: [{ role, unitId }] });
  expect(parsed.error?.issues.map(({ message, path }) => `${message} ${path.join('.')}`) ?? []).toEqual(
    codes,
  );
});
