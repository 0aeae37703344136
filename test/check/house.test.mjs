import { describe, expect, it } from 'vitest';
import { houseFindings } from '../../scripts/check/house.mjs';
import { treeForTest } from './fixture-tree.mjs';

const drawing = `# Architecture

\`\`\`house
server: club → platform
server/club: thread · paper
  → follow
\`\`\`
`;
const house = {
  'server/club/thread/thread.service.ts': `import { follow } from '../follow/follow.service.js';\n`,
  'server/club/paper/paper.service.ts': `import { clock } from '../../platform/clock.js';\n`,
  'server/club/follow/follow.service.ts': `import { clock } from '../../platform/clock.js';\n`,
  'server/platform/clock.ts': 'export const clock = 1;\n',
};

/** Findings in a house that is drawn as it is but for what the arguments change. */
function findings(files = {}, text = drawing) {
  const all = { ...house, ...files };
  return houseFindings(treeForTest({ ...all, 'ARCHITECTURE.md': text }), Object.keys(all));
}

describe('the check of the house', () => {
  it('accepts a drawing that shows the folders there are and the arrows between them', () => {
    expect(findings()).toEqual([]);
  });

  it('finds a room nobody drew, and one that is gone', () => {
    expect(findings({ 'server/club/digest/digest.jobs.ts': '' })).toEqual([
      'ARCHITECTURE.md: room-missing: server/club/digest',
    ]);
    expect(findings({}, drawing.replace('paper', 'paper · poll'))).toEqual([
      'ARCHITECTURE.md: room-gone: server/club/poll',
    ]);
    expect(findings({}, '# Architecture\n').length).toBe(5);
  });

  it('finds a use against the arrows, and one between rooms of the same floor', () => {
    const upwards = { 'server/platform/clock.ts': `import '../club/follow/follow.service.js';\n` };
    expect(findings(upwards)).toEqual([expect.stringMatching(/^server\/platform\/clock\.ts: room-order: /)]);
    const beside = {
      'server/club/paper/paper.service.ts': `import type { T } from '../thread/thread.service.js';\n`,
    };
    expect(findings(beside)).toEqual([
      expect.stringMatching(/^server\/club\/paper\/paper\.service\.ts: room-order: /),
    ]);
  });

  it('lets files of the folder itself put its rooms together, and tests use what they need', () => {
    expect(
      findings({
        'server/club/club.module.ts': `import './thread/thread.service.js';\nimport './follow/follow.service.js';\n`,
        'server/club/follow/follow.test.ts': `import '../thread/thread.service.js';\n`,
      }),
    ).toEqual([]);
  });

  it('finds tests in a room the server does not have', () => {
    expect(findings({ 'test/api/club/thread/threads.test.ts': '' })).toEqual([]);
    expect(findings({ 'test/api/club/poll/polls.test.ts': '' })).toEqual([
      'test/api/club/poll: room-unknown: server/club/poll does not exist',
    ]);
  });
});
