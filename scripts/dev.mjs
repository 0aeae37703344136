import { spawn } from 'node:child_process';
import { applicationProblem, startApplication } from './process/application.mjs';
import { watchCompiler } from './process/compiler.mjs';
import { holdData } from './process/data-lock.mjs';
import { command, end, isEnding, onEnd } from './process/interrupt.mjs';
import { dataFolder, root } from './process/paths.mjs';
import { freePort, requirePort, wantedPort } from './process/ports.mjs';
import { markDemo, refuseDemoBeyondLoopback, servingOn, unmarkDemo, wantsDemo } from './process/serving.mjs';
import { ensureDependencies } from './provision/dependencies.mjs';
import { pinnedNode, tool, toolEnvironment } from './provision/node.mjs';
import { requireDataFolder } from './provision/postgres-home.mjs';
import { printProblem, Problem } from './terminal/problem.mjs';
import { printWelcome } from './terminal/welcome.mjs';

await command(dev, { codeOnSignal: 0 });

/** The page comes from Vite and changes as it is edited; the server starts anew after every successful compilation. */
async function dev() {
  const data = dataFolder();
  const serving = servingOn(false, wantedPort(process.env));
  requireDataFolder(data);
  refuseDemoBeyondLoopback(data, serving, process.env);
  await holdData(data, { url: serving.address });
  await requirePort(serving.port, serving.host);
  await ensureDependencies();
  const { openDatabase } = await import('./provision/database.mjs');
  const database = await openDatabase(data, process.env);
  const demo = wantsDemo({ env: process.env, lan: false, embedded: database.embedded });
  if (demo) markDemo(data);
  if (isEnding()) return;

  const port = await freePort();
  const env = {
    NODE_ENV: 'development',
    LOG_LEVEL: 'info',
    ...process.env,
    ...{
      DATABASE_URL: database.url,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: data,
      DEMO: String(demo),
    },
  };
  const server = restartable(env, { port, address: serving.address });
  onEnd(server.stop);
  onEnd(watchCompiler(server.restart));
  onEnd(startVite(serving.port, `http://127.0.0.1:${port}`));
}

/**
 * The application that can be started anew: restarts asked for while one runs become one restart after it.
 * @param {NodeJS.ProcessEnv} env
 * @param {{ port: number, address: string }} serving
 */
function restartable(env, { port, address }) {
  /** @type {import('./process/application.mjs').Application | null} */
  let current = null;
  let greeted = false;
  let queue = Promise.resolve();

  const start = () => {
    /** @type {import('./process/application.mjs').Login[]} */
    let logins = [];
    current = startApplication(env, (message) => {
      if (message.type === 'demo') logins = message.logins;
      if (message.type === 'demo' && logins.length === 0) unmarkDemo(env.DATA_DIR ?? '');
      if (message.type === 'failed') printProblem(applicationProblem(message, port));
      if (message.type !== 'ready') return;
      if (greeted) console.log('✓ Server started anew');
      else printWelcome(address, logins, { lan: false, after: 'the first compilation' });
      greeted = true;
    });
    const started = current;
    void started.ended.then((how) => {
      if (started === current && !isEnding())
        console.log(`✗ The server ended (${how}); the next change starts it.`);
    });
  };
  const stop = async () => {
    const stopping = current;
    current = null;
    await stopping?.stop();
  };
  const restart = () => {
    queue = queue.then(async () => {
      await stop();
      if (!isEnding()) start();
    });
  };
  return { restart, stop: () => queue.then(stop) };
}

/** @param {number} port @param {string} apiOrigin @returns {() => void} ends it */
function startVite(port, apiOrigin) {
  const args = [tool('vite/bin/vite.js'), '--host', '127.0.0.1', '--port', String(port), '--strictPort'];
  const env = { ...toolEnvironment(), API_ORIGIN: apiOrigin };
  const child = spawn(pinnedNode(), args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  child.once('exit', (code) => {
    if (isEnding()) return;
    printProblem(new Problem(`Vite ended by itself (exit code ${code}).`, 'Its last messages are above.'));
    void end(1);
  });
  return () => void child.kill('SIGTERM');
}
