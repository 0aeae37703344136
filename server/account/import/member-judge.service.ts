import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MemberId, UnitId } from '../../../shared/kernel/ids.js';
import type { RoleGrant } from '../../../shared/kernel/viewer.js';
import { reachOf } from '../account.policy.js';
import { readUnits, type UnitRow } from '../unit/unit.queries.js';
import { judgeRows, readChosenUnits, readWrittenUnits, type KnownUnit } from './member-judge.queries.js';
import { meaningOf, type NamedUnit } from './unit-names.rules.js';

/** On whose behalf a file is looked at, with the roles they have now. */
export type Importer = { memberId: MemberId; grants: readonly RoleGrant[] };

/** Compares a file of members with who is there. */
@Injectable()
export class MemberJudge {
  /** All of it anew: what was true a minute ago may not be now. */
  async judge(tx: EntityManager, fileId: string, importer: Importer): Promise<void> {
    const reach = reachOf({ ...importer, sessionId: '', unitPath: [] }, ['admin']);
    const units = await readUnits(tx);
    const written = await readWrittenUnits(tx, fileId);
    const chosen = await readChosenUnits(tx, fileId);
    await judgeRows(tx, fileId, {
      memberId: importer.memberId,
      reach,
      units: knownUnits(written, { units, chosen, reach }),
    });
  }
}

type Known = {
  units: readonly UnitRow[];
  chosen: ReadonlyMap<string, UnitId>;
  reach: readonly UnitId[] | null;
};

function knownUnits(written: readonly string[], { units, chosen, reach }: Known): KnownUnit[] {
  const named = units.map(({ id, name, path, closed_at }): NamedUnit => ({
    ...{ id, name, path },
    isOpen: closed_at === null,
    isInReach: reach === null || path.some((step) => reach.includes(step)),
  }));
  const usable = new Set(named.filter(({ isOpen, isInReach }) => isOpen && isInReach).map(({ id }) => id));
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const meaning = meaningOf(named);
  return written.map((key) => {
    const own = chosen.get(key);
    const means = own !== undefined && usable.has(own) ? { unitId: own } : meaning(key);
    if ('unitId' in means) return { written: key, unitId: means.unitId, error: null, suggestion: null };
    const near = means.suggestion;
    const suggestion = near && { id: near, name: names.get(near) ?? '' };
    return { written: key, unitId: null, error: means.code, suggestion };
  });
}
