import { expect, it } from 'vitest';
import { inquiryId } from '../../../shared/qna/session.schema.js';
import { projecting } from './remote.rules.js';

const id = inquiryId.parse('0192aaaa-0000-7000-8000-000000000001');

it('shows a chosen question also out of a blackout', () => {
  expect(projecting({ inquiryId: null, blackout: true, dark: false }, id)).toEqual({
    inquiryId: id,
    blackout: false,
    dark: false,
  });
});
