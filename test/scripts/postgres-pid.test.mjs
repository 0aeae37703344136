import { describe, expect, it } from 'vitest';
import { decideAboutServer, parsePostmasterPid } from '../../scripts/provision/postgres-pid.mjs';

const text = ['4711', '/data/cluster', '1795446000', '40123', '', '127.0.0.1', '  1  2', 'ready   '].join(
  '\n',
);
const nobodyLives = { isAlive: () => false, commandOf: () => '' };
const lives = (command) => ({ isAlive: (pid) => pid === 4711, commandOf: () => command });

describe('parsePostmasterPid', () => {
  it('reads process and port', () => expect(parsePostmasterPid(text)).toEqual({ pid: 4711, port: 40123 }));

  it.each(['', '4711', '4711\n/data/cluster\n1795446000', 'x\n/d\n1\n40123', '-3\n/d\n1\n40123'])(
    'takes %j for unusable',
    (broken) => expect(parsePostmasterPid(broken)).toBeNull(),
  );
});

describe('decideAboutServer', () => {
  const decide = (found, processes) =>
    decideAboutServer({ text: found, cluster: '/data/cluster', processes });

  it('starts where nothing lies', () => expect(decide(null, nobodyLives)).toEqual({ decision: 'start' }));

  it('leaves to PostgreSQL what a killed server left: parts of it may still work on the data', () =>
    expect(decide(text, nobodyLives)).toEqual({ decision: 'start' }));

  it('clears away what is no such file', () =>
    expect(decide('', nobodyLives)).toEqual({ decision: 'clear' }));

  it('adopts the server of a killed starter', () =>
    expect(decide(text, lives('/x/bin/postgres -D /data/cluster -p 40123'))).toEqual({
      decision: 'adopt',
      server: { pid: 4711, port: 40123 },
    }));

  it.each(['vim notes.txt', '/x/bin/postgres -D /elsewhere/cluster'])(
    'clears when the id now belongs to %s',
    (command) => expect(decide(text, lives(command))).toEqual({ decision: 'clear' }),
  );

  it('adopts where the system does not tell what runs', () =>
    expect(decide(text, lives(''))).toMatchObject({ decision: 'adopt' }));
});
