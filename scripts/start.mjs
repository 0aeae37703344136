import { startApplication, applicationProblem, wantedNodes } from './process/application.mjs';
import { holdData } from './process/data-lock.mjs';
import { command, end, isEnding, onEnd } from './process/interrupt.mjs';
import { readOptions } from './process/options.mjs';
import { dataFolder } from './process/paths.mjs';
import { requirePort, wantedPort } from './process/ports.mjs';
import {
  isMarkedDemo,
  markDemo,
  refuseDemoBeyondLoopback,
  servingOn,
  unmarkDemo,
  wantsDemo,
} from './process/serving.mjs';
import { ensureBuild } from './provision/build.mjs';
import { ensureDependencies } from './provision/dependencies.mjs';
import { requireDataFolder } from './provision/postgres-home.mjs';
import { printProblem, Problem } from './terminal/problem.mjs';
import { secondsSince } from './terminal/progress.mjs';
import { printWelcome } from './terminal/welcome.mjs';

const startedMs = performance.now();

if (process.send) process.once('disconnect', () => void end(0));
await command(start, { codeOnSignal: 0 });

async function start() {
  const { values } = readOptions(
    { lan: { type: 'boolean', default: false } },
    { usage: 'npm start [-- --lan]; PORT, NODES, DATA_DIR and DATABASE_URL are read from the environment' },
  );
  wantedNodes(process.env);
  const data = dataFolder();
  const serving = servingOn(values.lan === true, wantedPort(process.env));
  requireDataFolder(data);
  refuseDemoBeyondLoopback(data, serving, process.env);
  const annotate = await holdData(data, { url: serving.address });
  await requirePort(serving.port, serving.host);

  await ensureDependencies();
  await ensureBuild();
  // Only now: it needs a dependency.
  const { openDatabase } = await import('./provision/database.mjs');
  const database = await openDatabase(data, process.env);
  const demo = wantsDemo({ env: process.env, lan: serving.lan, embedded: database.embedded });
  const unfinished = demo && database.embedded && isMarkedDemo(data);
  if (demo) markDemo(data);
  if (isEnding()) return;
  annotate({ application: serve({ data, serving, demo, unfinished, databaseUrl: database.url }) });
}

/**
 * Starts the application and tells what it tells; its end is the end of everything.
 * @param {{ data: string, serving: import('./process/serving.mjs').Serving, demo: boolean, unfinished: boolean,
 *   databaseUrl: string }} what unfinished: an earlier start was to make the demo world; if this one makes it, that one did not
 */
function serve({ data, serving, demo, unfinished, databaseUrl }) {
  /** @type {import('./process/application.mjs').Login[]} */
  let logins = [];
  /** @type {unknown} */
  let failure = null;
  const application = startApplication(environment({ data, serving, demo, databaseUrl }), (message) => {
    // A program that started this hears it, too.
    if (process.connected) process.send?.(message);
    if (message.type === 'filling' && unfinished)
      console.log('• An earlier start ended before the demo world was whole: it is made anew');
    if (message.type === 'progress') console.log(`• ${message.text} …`);
    if (message.type === 'demo') logins = message.logins;
    if (message.type === 'demo' && logins.length === 0) unmarkDemo(data);
    if (message.type === 'administrator') printAdministrator(message);
    if (message.type === 'restarted') console.log('✓ All web nodes are new');
    if (message.type === 'failed') failure = applicationProblem(message, serving.port);
    if (message.type === 'ready')
      printWelcome(message.url, logins, { lan: serving.lan, after: secondsSince(startedMs) });
  });
  onEnd(application.stop);
  restartOnSignal(application);
  void application.ended.then((how) => {
    if (isEnding()) return;
    printProblem(
      failure ?? new Problem(`The application ended by itself (${how}).`, 'Its last messages are above.'),
    );
    void end(1);
  });
  return application.pid;
}

/** @param {{ data: string, serving: import('./process/serving.mjs').Serving, demo: boolean, databaseUrl: string }} what */
function environment({ data, serving, demo, databaseUrl }) {
  return {
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    ...(serving.lan ? { PUBLIC_URL: serving.address } : {}),
    ...process.env,
    DATABASE_URL: databaseUrl,
    PORT: String(serving.port),
    HOST: serving.host,
    DATA_DIR: data,
    DEMO: String(demo),
  };
}

/** New nodes take the places of the old ones, one by one. @param {import('./process/application.mjs').Application} application */
function restartOnSignal(application) {
  if (process.platform === 'win32') return;
  process.on('SIGUSR2', () => {
    if (wantedNodes(process.env) > 1) application.signal('SIGUSR2');
    else console.log('One node alone cannot be exchanged without a pause: NODES=2 npm start');
  });
}

/** Told once: it is nowhere but in the heads of those who read it here. @param {{ login: string, password: string }} who */
function printAdministrator({ login, password }) {
  console.log('');
  console.log('The first administrator, shown this once (change the password after signing in):');
  console.log(`  member code ${login}   password ${password}`);
}
