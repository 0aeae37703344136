import cluster from 'node:cluster';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './paths.mjs';
import { SERVER_FLAGS } from './server-flags.mjs';

/**
 * Several web nodes behind one port: this process hands each connection to the next node, replaces a node that died, and
 * exchanges all of them, one by one, when it gets SIGUSR2. It is told and tells what one application is told and tells.
 *
 * @typedef {{ worker: import('node:cluster').Worker, isReady: Promise<boolean>, ended: Promise<void>,
 *   isWanted: boolean }} Node
 */

/** A node drains for a moment and closes; after this it is ended the hard way. */
const LEAVES_WITHIN_MS = 10_000;
const LONGEST_WAIT_MS = 15_000;

const wanted = Number(process.env.NODES);
/** @type {Set<Node>} */
const nodes = new Set();
let isEnding = false;
let isRestarting = false;

// Windows would hand out connections by itself, and unevenly.
cluster.schedulingPolicy = cluster.SCHED_RR;
cluster.setupPrimary({
  exec: join(root, 'dist/server/main.js'),
  args: [],
  execArgv: SERVER_FLAGS,
});

process.on('SIGTERM', () => void endAll());
process.on('SIGINT', () => void endAll());
process.on('SIGUSR2', () => void restart());
if (process.send) process.once('disconnect', () => void endAll());

await start();

/** The first alone, for it migrates and fills the database; then the others. */
async function start() {
  if (!(await add(tell))) {
    process.exitCode = 1;
    return endAll();
  }
  for (let count = 1; count < wanted && !isEnding; count += 1) await add();
}

/**
 * Starts a node and waits until it serves.
 * @param {(message: object) => void} [onMessage]
 * @returns {Promise<Node | null>} null when it ended before that
 */
async function add(onMessage = () => {}) {
  const worker = cluster.fork();
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => worker.once('exit', () => resolve()));
  /** @type {Promise<boolean>} */
  const isReady = new Promise((resolve) => {
    worker.on('message', (message) => {
      onMessage(message);
      if (message.type === 'ready') resolve(true);
    });
    void ended.then(() => resolve(false));
  });
  const node = { worker, isReady, ended, isWanted: true };
  nodes.add(node);
  const serves = await isReady;
  if (serves) tellNodes();
  void ended.then(() => {
    nodes.delete(node);
    tellNodes();
    if (serves && node.isWanted && !isEnding) void replace();
  });
  return serves ? node : null;
}

/** Tries until a node serves again, with longer and longer waits. */
async function replace() {
  console.log('• A web node ended by itself; starting another one …');
  for (let waitMs = 1_000; !isEnding && !(await add()); waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS))
    await wait(waitMs);
}

/** Exchanges the nodes one by one: the next one leaves when a new one serves, so nobody is refused. */
async function restart() {
  if (isRestarting || isEnding) return;
  isRestarting = true;
  for (const old of [...nodes]) {
    if (isEnding || !(await add())) {
      console.log('• A new web node did not start, so the ones there are go on.');
      break;
    }
    await leave(old, 'SIGTERM');
  }
  isRestarting = false;
  tell({ type: 'restarted' });
}

/**
 * @param {Node} node
 * @param {'SIGTERM' | 'SIGINT'} signal SIGTERM: others are there to take over, so it leaves slowly
 */
async function leave(node, signal) {
  node.isWanted = false;
  node.worker.process.kill(signal);
  const hard = setTimeout(() => node.worker.process.kill('SIGKILL'), LEAVES_WITHIN_MS);
  await node.ended;
  clearTimeout(hard);
}

async function endAll() {
  if (isEnding) return;
  isEnding = true;
  await Promise.all([...nodes].map((node) => leave(node, 'SIGINT')));
  process.exit();
}

/** @param {object} message */
function tell(message) {
  if (process.connected) process.send?.(message);
}

/** Which processes serve now. */
function tellNodes() {
  tell({ type: 'nodes', pids: [...nodes].map(({ worker }) => worker.process.pid) });
}
