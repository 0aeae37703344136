import { command } from './process/interrupt.mjs';
import { runOnData } from './process/one-off.mjs';
import { dataFolder } from './process/paths.mjs';
import { markDemo, unmarkDemo } from './process/serving.mjs';
import { printProblem, Problem } from './terminal/problem.mjs';
import { table } from './terminal/welcome.mjs';

/** The demo world; data that holds it is not served beyond this machine any more. */
const seed = {
  program: 'seed.js',
  purpose: 'demo world',
  env: { DEMO: 'true' },
  beforeRun: markDemo,
  onMessage: tell,
};

await command(() => runOnData(seed), { codeOnSignal: 130 });

/** @param {unknown} sent */
function tell(sent) {
  const message = /** @type {import('./process/application.mjs').Message} */ (sent);
  if (message.type === 'progress') console.log(`• ${message.text} …`);
  if (message.type === 'failed')
    printProblem(new Problem(`The demo world could not be made: ${message.message}`));
  if (message.type !== 'demo') return;
  if (message.logins.length > 0) return console.log(table(message.logins));
  unmarkDemo(dataFolder());
  console.log('This database holds data of its own: it was left as it is.');
}
