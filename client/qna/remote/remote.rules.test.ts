import { expect, it } from 'vitest';
import { inquiryId } from '../../../shared/qna/session.schema.js';
import { followOnAir, projecting } from './remote.rules.js';

const id = inquiryId.parse('0192aaaa-0000-7000-8000-000000000001');

it('leaves a projector alone that follows what is on air', () => {
  expect(followOnAir({ inquiryId: null, blackout: false, dark: true })).toBeNull();
});

it('takes a projector back to what is on air from another question or a blackout, in its scheme', () => {
  const following = { inquiryId: null, blackout: false, dark: true };
  expect(followOnAir({ inquiryId: id, blackout: false, dark: true })).toEqual(following);
  expect(followOnAir({ inquiryId: null, blackout: true, dark: true })).toEqual(following);
});

it('shows a chosen question also out of a blackout', () => {
  expect(projecting({ inquiryId: null, blackout: true, dark: false }, id)).toEqual({
    inquiryId: id,
    blackout: false,
    dark: false,
  });
});
