/**
 * A map that forgets what was set longest ago once it weighs more than `max`. An entry weighs 1 unless told otherwise:
 * where entries differ in size their number bounds nothing.
 */
export class BoundedMap<Key, Value> {
  private readonly held = new Map<Key, { value: Value; weight: number }>();
  private weight = 0;

  constructor(
    private readonly max: number,
    private readonly weigh: (key: Key, value: Value) => number = () => 1,
  ) {}

  get isEmpty(): boolean {
    return this.held.size === 0;
  }

  get(key: Key): Value | undefined {
    return this.held.get(key)?.value;
  }

  /** What alone weighs more than all may is not kept, and drives nothing else out. */
  set(key: Key, value: Value): void {
    const weight = this.weigh(key, value);
    this.delete(key);
    if (weight > this.max) return;
    this.held.set(key, { value, weight });
    this.weight += weight;
    if (this.weight > this.max) this.forgetOldest();
  }

  /** In the order in which they were set. */
  *entries(): Generator<[Key, Value]> {
    for (const [key, { value }] of this.held) yield [key, value];
  }

  *values(): Generator<Value> {
    for (const { value } of this.held.values()) yield value;
  }

  delete(key: Key): void {
    const known = this.held.get(key);
    if (!known) return;
    this.weight -= known.weight;
    this.held.delete(key);
  }

  clear(): void {
    this.held.clear();
    this.weight = 0;
  }

  private forgetOldest(): void {
    for (const oldest of this.held.keys()) {
      if (this.weight <= this.max) return;
      this.delete(oldest);
    }
  }
}
