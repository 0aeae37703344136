import { sameText } from '../../../shared/kernel/text.js';

export type UnitNode<Id extends string = string> = { id: Id; parentId: Id | null; name: string };

/** The units of an organisation, by id and by the unit above. */
export class Units<Id extends string = string> {
  private readonly byId: ReadonlyMap<Id, UnitNode<Id>>;
  private readonly below: ReadonlyMap<Id | null, readonly UnitNode<Id>[]>;
  private readonly labels: ReadonlyMap<Id, string>;

  /** In the order in which units of one parent are to be listed. */
  constructor(nodes: readonly UnitNode<Id>[]) {
    this.byId = new Map(nodes.map((node) => [node.id, node]));
    this.below = Map.groupBy(nodes, ({ parentId }) => parentId);
    this.labels = new Map(
      [...Map.groupBy(nodes, ({ name }) => sameText(name)).values()].flatMap((namesakes) =>
        namesakes.map((node): [Id, string] => [node.id, this.labelAmong(node, namesakes)]),
      ),
    );
  }

  find(id: Id): UnitNode<Id> | null {
    return this.byId.get(id) ?? null;
  }

  /** The units right below. */
  childrenOf(id: Id): readonly UnitNode<Id>[] {
    return this.below.get(id) ?? [];
  }

  /** The name, followed by as many of the units above as tell it from others of the same name. */
  labelOf(id: Id): string {
    return this.labels.get(id) ?? '';
  }

  /** The ids at and below these units; all there are for null. */
  within(roots: readonly Id[] | null): Set<Id> {
    if (roots === null) return new Set(this.byId.keys());
    const found = new Set<Id>();
    const waiting = [...roots];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (found.has(id) || !this.byId.has(id)) continue;
      found.add(id);
      waiting.push(...this.childrenOf(id).map((child) => child.id));
    }
    return found;
  }

  /** The ids of all that stand above some of these, without these. */
  above(ids: ReadonlySet<Id>): Id[] {
    const found = new Set<Id>();
    for (const id of ids)
      for (let up = this.find(id)?.parentId; up && !found.has(up); up = this.find(up)?.parentId)
        found.add(up);
    return [...found].filter((id) => !ids.has(id));
  }

  /** The name of the organisation a unit is part of. */
  rootNameOf(id: Id): string {
    const unit = this.find(id);
    return unit ? (this.namesAbove(unit).at(-1) ?? unit.name) : '';
  }

  private labelAmong(node: UnitNode<Id>, namesakes: readonly UnitNode<Id>[]): string {
    const above = this.namesAbove(node);
    const others = namesakes.filter((other) => other !== node).map((other) => this.namesAbove(other));
    const isApart = (count: number) =>
      others.every((names) => names.slice(0, count).join('\n') !== above.slice(0, count).join('\n'));
    let count = 0;
    while (count < above.length && !isApart(count)) count += 1;
    return [node.name, ...above.slice(0, count)].join(', ');
  }

  /** Nearest first. */
  private namesAbove({ parentId }: UnitNode<Id>): string[] {
    const names: string[] = [];
    for (
      let above = parentId && this.find(parentId);
      above;
      above = above.parentId && this.find(above.parentId)
    )
      names.push(above.name);
    return names;
  }
}
