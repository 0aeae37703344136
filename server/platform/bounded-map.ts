/**
 * A map that forgets what was set longest ago once it weighs more than `max`. An entry weighs 1 unless told otherwise:
 * where entries differ in size their number bounds nothing.
 */
export class BoundedMap<Key, Value> {
  private readonly entries = new Map<Key, { value: Value; weight: number }>();
  private weight = 0;

  constructor(
    private readonly max: number,
    private readonly weigh: (key: Key, value: Value) => number = () => 1,
  ) {}

  get(key: Key): Value | undefined {
    return this.entries.get(key)?.value;
  }

  /** What alone weighs more than all may is not kept, and drives nothing else out. */
  set(key: Key, value: Value): void {
    this.delete(key);
    const weight = this.weigh(key, value);
    if (weight > this.max) return;
    this.entries.set(key, { value, weight });
    this.weight += weight;
    for (const oldest of this.entries.keys()) {
      if (this.weight <= this.max) return;
      this.delete(oldest);
    }
  }

  delete(key: Key): void {
    this.weight -= this.entries.get(key)?.weight ?? 0;
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
    this.weight = 0;
  }
}
