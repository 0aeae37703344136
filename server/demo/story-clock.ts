import { Clock } from '../platform/clock.js';

/**
 * The clock of a story: it stands at the moment that is told, however long the telling takes. What is done through the
 * services happens at that moment; only when a row was made (`created_at`) is the time of the telling.
 */
export class StoryClock extends Clock {
  private momentMs: number;

  /** `present`: the one instant that everything in the story is told from. */
  constructor(readonly present: Date) {
    super();
    this.momentMs = present.getTime();
  }

  override nowMs(): number {
    return this.momentMs;
  }

  /** Back or forth: what comes next happens at this moment. */
  goTo(moment: Date): void {
    this.momentMs = moment.getTime();
  }
}
