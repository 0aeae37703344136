const MAX_ROWS = 500;
const MAX_IN_FLIGHT = 2;

/** How a floor writes: what arrives together goes into one statement. */
export function inBatches<Item>(flush: (batch: Item[]) => Promise<void>): (item: Item) => void {
  let queue: Item[] = [];
  let inFlight = 0;
  const pump = (): void => {
    while (inFlight < MAX_IN_FLIGHT && queue.length > 0) {
      const batch = queue.splice(0, MAX_ROWS);
      inFlight += 1;
      void flush(batch).finally(() => {
        inFlight -= 1;
        pump();
      });
    }
  };
  process.once('SIGTERM', () => {
    queue = [];
  });
  return (item) => {
    queue.push(item);
    setImmediate(pump);
  };
}
