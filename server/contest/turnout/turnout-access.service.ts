import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { notFound } from '../../../shared/kernel/failure.js';
import { searchWords, searchText } from '../../../shared/kernel/text.js';
import type { UnitId } from '../../../shared/kernel/ids.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { fail } from '../../platform/failure-error.js';
import type { Units } from '../standings/unit-tree.rules.js';
import { UnitTree } from '../standings/unit-tree.service.js';
import type { People } from './turnout-people.queries.js';
import { readTurnoutRound, type TurnoutRoundRow } from './turnout-round.queries.js';
import { scopeWithin } from './turnout-scope.rules.js';

/** A round and those of its people whom somebody looks after. */
export type Followed = { round: TurnoutRoundRow; units: Units<UnitId>; scope: ReadonlySet<UnitId> };

/** Which people somebody may follow in a round: there is no round without any of them. */
@Injectable()
export class TurnoutAccess {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tree: UnitTree,
  ) {}

  async round(viewer: Viewer, roundId: string, unit: UnitId | undefined): Promise<Followed> {
    const round = (await readTurnoutRound(this.dataSource, roundId)) ?? fail(notFound);
    const { eligibility } = round;
    const named = eligibility.kind === 'all' ? [] : eligibility.unitIds;
    const units = await this.tree.read(unit === undefined ? named : [unit, ...named]);
    const scope = scopeWithin(viewer, units, { ...round, unit });
    return scope && scope.size > 0 ? { round, units, scope } : fail(notFound);
  }
}

/** The people of a scope who match a search. */
export function peopleOf({ round, units, scope }: Followed, q: string): Omit<People, 'state'> {
  const isEverywhere = scope.size === units.within(null).size;
  return {
    roundId: round.id,
    units: isEverywhere ? null : [...scope],
    q,
    named: [...scope].filter((id) => isNamed(units.find(id)?.name ?? '', q)),
  };
}

/** Whether each word of the search begins a word of the name. */
function isNamed(name: string, q: string): boolean {
  const words = searchWords(q);
  return words.length > 0 && words.every((word) => ` ${searchText(name)}`.includes(` ${word}`));
}
