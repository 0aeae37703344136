import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/** Loaded before the application: answers how long its event loop has been held up since it was told to look. */
if (isMainThread && process.send) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  process.on('message', (message) => {
    if (message === 'loop.begin') {
      delay.enable();
      delay.reset();
    }
    if (message === 'loop.end')
      process.send?.({ type: 'loop', p99Ms: delay.percentile(99) / 1e6, maxMs: delay.max / 1e6 });
  });
}
