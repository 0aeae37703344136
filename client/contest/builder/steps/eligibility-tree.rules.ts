import type { UnitView } from '../../../../shared/account/account.schema.js';
import { searchText } from '../../../../shared/kernel/text.js';

type Unit = UnitView;
type UnitId = Unit['id'];

/** A unit to choose; `isCovered` when a unit above it is chosen, which takes it in. */
export type UnitChoice = { unit: Unit; isChosen: boolean; isCovered: boolean };

type Question = { units: readonly Unit[]; chosen: readonly UnitId[]; q: string };

/** The open units of the tree that match the words (accents do not matter), in its order; closed ones if chosen. */
export function unitChoices({ units, chosen, q }: Question): UnitChoice[] {
  const wanted = searchText(q);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return units
    .filter((unit) => unit.closedAt === null || chosen.includes(unit.id))
    .filter((unit) => searchText(unit.name).includes(wanted))
    .map((unit) => ({
      unit,
      isChosen: chosen.includes(unit.id),
      isCovered: above(unit, byId).some((id) => chosen.includes(id)),
    }));
}

/** The choice with a unit put in or taken out; units below one that was put in need not be named any more. */
export function withUnit(units: readonly Unit[], chosen: readonly UnitId[], id: UnitId): UnitId[] {
  if (chosen.includes(id)) return chosen.filter((one) => one !== id);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const below = new Set(units.filter((unit) => above(unit, byId).includes(id)).map((unit) => unit.id));
  return [...chosen.filter((one) => !below.has(one)), id];
}

function above(unit: Unit, byId: ReadonlyMap<UnitId, Unit>): UnitId[] {
  const ids: UnitId[] = [];
  let parent = unit.parentId;
  while (parent !== null && !ids.includes(parent)) {
    ids.push(parent);
    parent = byId.get(parent)?.parentId ?? null;
  }
  return ids;
}
