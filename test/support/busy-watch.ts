import { setTimeout as pause } from 'node:timers/promises';

const LAP_MS = 20;

/**
 * A watch that goes as fast as the machine does: each lap is a pause and a question to the database, and counts what it
 * takes on a quiet one. So "within a second" holds beside other work, too, which makes everything wait alike.
 */
export class BusyWatch {
  private laps = 0;
  private goesOn = true;
  private readonly going: Promise<void>;

  private constructor(private readonly ask: () => Promise<unknown>) {
    this.going = this.go();
    // Whoever stops it hears of a failure, and nobody else.
    this.going.catch(() => undefined);
  }

  static start(database: { query: (sql: string) => Promise<unknown> }): BusyWatch {
    return new BusyWatch(() => database.query('SELECT 1'));
  }

  /** Milliseconds since the start. */
  async stop(): Promise<number> {
    this.goesOn = false;
    await this.going;
    return this.laps * LAP_MS;
  }

  private async go(): Promise<void> {
    while (this.goesOn) {
      await Promise.all([pause(LAP_MS), this.ask()]);
      this.laps += 1;
    }
  }
}
