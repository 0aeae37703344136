import { z } from 'zod';

/** A UUID (v7 unless order would betray an author) branded with what it identifies. */
export function idOf<Name extends string>(_name: Name) {
  return z.uuid().brand<Name>();
}

export const memberId = idOf('MemberId');
export type MemberId = z.infer<typeof memberId>;

export const unitId = idOf('UnitId');
export type UnitId = z.infer<typeof unitId>;
