import { describe, expect, it } from 'vitest';
import { doorFindings } from '../../scripts/check/doors.mjs';
import { treeForTest } from './fixture-tree.mjs';

const module = `@Module({ providers: [ClubService, ThreadStore], exports: [ClubService] })\nexport class ClubModule {}\n`;
const findings = (importing, path = 'server/event/stage/stage.service.ts') => {
  const files = { 'server/club/club.module.ts': module, [path]: importing };
  return doorFindings(treeForTest(files), Object.keys(files));
};

describe('the check of doors between features', () => {
  it('lets a feature enter by what the module of the other exports', () => {
    expect(findings(`import { ClubService } from '../../club/club.service.js';\n`)).toEqual([]);
  });

  it('finds one that enters by a service the module keeps to itself', () => {
    expect(findings(`import { ThreadStore } from '../../club/thread/thread.service.js';\n`)).toEqual([
      expect.stringContaining('server/event/stage/stage.service.ts: not-exported: ThreadStore'),
    ]);
    expect(
      findings(`import { ThreadStore as Threads } from '../../club/thread/thread.service.js';\n`),
    ).toHaveLength(1);
  });

  it('asks nothing of types, of the feature itself and of the platform', () => {
    expect(findings(`import type { Thread } from '../../club/thread/thread.service.js';\n`)).toEqual([]);
    expect(
      findings(
        `import { ThreadStore, type Thread } from './thread/thread.service.js';\n`,
        'server/club/desk.service.ts',
      ),
    ).toEqual([]);
    expect(findings(`import { Clock } from '../../platform/clock.service.js';\n`)).toEqual([]);
  });
});
