import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { attemptView } from '../../shared/contest/attempt.schema.js';
import { onlyUnits, publishedRound, readyDraft } from './contest.js';
import { PHONE } from './browser.js';
import { leaveDeadLetter } from './dead-letter.js';
import type { ServedWorld } from './served-world.js';
import type { Agent } from './world.js';

/** A place to look at: as whom, where, and what stands there when it is ready to be looked at. */
export type Screen = {
  name: string;
  /** For members, who come on small phones. */
  onPhones: boolean;
  visit: (world: ServedWorld) => Promise<{ who: Agent | null; path: string }>;
  ready: (page: Page) => Locator;
  /** What has to be done first to see it. */
  open?: (page: Page) => Promise<void>;
};

const heading = (name: RegExp) => (page: Page) => page.getByRole('heading', { level: 1, name });
const contests = { over: 'Tìm hiểu Hiến pháp và pháp luật 2026', running: 'Ngọn đèn tri thức 2026' };
const ORGANISER = 'HD-0004';
const ADMIN = 'HD-0005';
const MEMBER = 'HD-0001';

const as =
  (code: string, path: string) =>
  async (world: ServedWorld): Promise<{ who: Agent; path: string }> => ({
    who: await world.demoMember(code),
    path,
  });

async function one(world: ServedWorld, sql: string, values: string[] = []): Promise<Record<string, string>> {
  const rows: unknown = await world.database.query(sql, values);
  return z
    .tuple([z.record(z.string(), z.string())])
    .rest(z.unknown())
    .parse(rows)[0];
}

async function coordinator(world: ServedWorld): Promise<Agent> {
  const { code } = await one(
    world,
    `SELECT code FROM member JOIN role_grant ON member_id = member.id WHERE role = 'coordinator' LIMIT 1`,
  );
  return world.demoMember(code ?? '');
}

const contestScreen = (name: string, { title, tab = '' }: { title: string; tab?: string }): Screen => ({
  name,
  onPhones: true,
  visit: async (world) => {
    const { id } = await one(world, 'SELECT id FROM contest WHERE title = $1', [title]);
    return { who: await world.demoMember(MEMBER), path: `/contests/${id}${tab && `?tab=${tab}`}` };
  },
  ready: (page) =>
    page
      .getByRole('tabpanel')
      .getByRole(tab === 'rules' ? 'listitem' : 'heading')
      .first(),
});

async function runningAttempt(world: ServedWorld): Promise<{ who: Agent; path: string }> {
  const unitId = await world.unit();
  const organiser = await world.member({ unitId, roles: [{ role: 'organiser' }] });
  const { roundId } = await publishedRound(world, organiser, {
    eligibility: onlyUnits(unitId),
  });
  const who = await world.member({ unitId });
  const { body } = await who.post(`/api/rounds/${roundId}/attempts`);
  return { who, path: `/attempts/${attemptView.parse(body).id}` };
}

const draftAt =
  (step: string) =>
  async (world: ServedWorld): Promise<{ who: Agent; path: string }> => {
    const who = await world.member({ roles: [{ role: 'organiser' }] });
    const { contestId } = await readyDraft(world, who);
    return { who, path: `/organise/contests/${contestId}/${step}` };
  };

const takeOver = async (page: Page) => page.getByRole('button', { name: 'Làm tiếp ở đây' }).click();

export const screens: Screen[] = [
  {
    name: 'sign-in',
    onPhones: true,
    visit: async () => ({ who: null, path: '/sign-in' }),
    ready: heading(/^(Đăng nhập|Sign in)$/),
  },
  {
    name: 'home',
    onPhones: true,
    visit: as(MEMBER, '/'),
    ready: (page) =>
      page.getByRole('link', { name: /^(Xem cuộc thi|Vào thi vòng|Go to|See|Enter (?!code))/ }).first(),
  },
  {
    name: 'home with a running attempt',
    onPhones: true,
    visit: async (world) => ({ who: (await runningAttempt(world)).who, path: '/' }),
    ready: (page) => page.getByRole('timer').first(),
  },
  {
    name: 'home with two open rounds',
    onPhones: true,
    visit: async (world) => {
      const unitId = await world.unit();
      const organiser = await world.member({ unitId, roles: [{ role: 'organiser' }] });
      await publishedRound(world, organiser, { eligibility: onlyUnits(unitId) });
      return { who: await world.member({ unitId }), path: '/' };
    },
    ready: (page) => page.getByRole('heading', { level: 2 }).nth(1),
  },
  {
    name: 'contest list',
    onPhones: true,
    visit: as(MEMBER, '/contests'),
    ready: (page) => page.getByRole('link', { name: contests.running }),
  },
  contestScreen('contest page', { title: contests.running }),
  contestScreen('contest rules', { title: contests.running, tab: 'rules' }),
  contestScreen('contest standings', { title: contests.over, tab: 'standings' }),
  contestScreen('own results of a contest', { title: contests.running, tab: 'results' }),
  {
    ...contestScreen('start sheet', { title: contests.running }),
    visit: async (world) => {
      const { id } = await one(world, 'SELECT id FROM contest WHERE title = $1', [contests.running]);
      return { who: await world.member(), path: `/contests/${id}` };
    },
    open: (page) => page.getByRole('button', { name: 'Vào thi vòng 1' }).click(),
    ready: (page) => page.getByRole('dialog'),
  },
  {
    name: 'attempt',
    onPhones: true,
    visit: runningAttempt,
    open: takeOver,
    ready: (page) => page.getByRole('radio').first(),
  },
  {
    name: 'attempt without network',
    onPhones: true,
    visit: runningAttempt,
    open: async (page) => {
      await takeOver(page);
      await page.context().setOffline(true);
      await page.getByRole('radio').first().check();
    },
    ready: (page) => page.getByText('Đang mất mạng, 1 câu chưa gửi.'),
  },
  {
    name: 'attempt, navigator',
    onPhones: true,
    visit: runningAttempt,
    open: async (page) => {
      await page.setViewportSize(PHONE);
      await takeOver(page);
      await page.getByRole('button', { name: /^Danh sách câu hỏi/ }).click();
    },
    ready: (page) => page.getByRole('dialog'),
  },
  {
    name: 'attempt read on a second device',
    onPhones: true,
    visit: runningAttempt,
    ready: (page) => page.getByRole('radio').first(),
  },
  {
    name: 'submit dialog',
    onPhones: true,
    visit: runningAttempt,
    open: async (page) => {
      await takeOver(page);
      await page.getByRole('radio').first().check();
      await page.keyboard.press('Control+Enter');
    },
    ready: (page) => page.getByRole('dialog'),
  },
  {
    name: 'result with review',
    onPhones: true,
    visit: async (world) => {
      const { id, code } = await one(
        world,
        `SELECT attempt.id, member.code FROM attempt JOIN member ON member.id = attempt.member_id
         JOIN round ON round.id = attempt.round_id JOIN contest ON contest.id = round.contest_id
         WHERE contest.title = $1 ORDER BY member.code LIMIT 1`,
        [contests.over],
      );
      return { who: await world.demoMember(code ?? ''), path: `/attempts/${id}/result` };
    },
    ready: (page) => page.getByRole('article').first(),
  },
  {
    name: 'standings of a round',
    onPhones: true,
    visit: async (world) => {
      const { id, round } = await one(
        world,
        'SELECT contest.id, round.id AS round FROM contest JOIN round ON contest_id = contest.id WHERE contest.title = $1',
        [contests.over],
      );
      return { who: await world.demoMember(MEMBER), path: `/contests/${id}/rounds/${round}/standings` };
    },
    ready: (page) => page.getByRole('table'),
  },
  {
    name: 'standings on paper',
    onPhones: true,
    visit: async (world) => {
      const { id, round } = await one(
        world,
        'SELECT contest.id, round.id AS round FROM contest JOIN round ON contest_id = contest.id WHERE contest.title = $1',
        [contests.over],
      );
      return { who: await world.demoMember(MEMBER), path: `/contests/${id}/rounds/${round}/standings/print` };
    },
    ready: (page) => page.getByRole('table'),
  },
  {
    name: 'turnout of a unit',
    onPhones: true,
    visit: async (world) => ({ who: await coordinator(world), path: '/organise/turnout' }),
    ready: (page) => page.getByRole('table'),
  },
  {
    name: 'own menu',
    onPhones: true,
    visit: as(MEMBER, '/contests'),
    open: (page) => page.getByRole('button', { name: /^Tài khoản/ }).click(),
    ready: (page) => page.getByRole('button', { name: 'Đăng xuất' }),
  },
  {
    name: 'page not found',
    onPhones: true,
    visit: as(MEMBER, '/nowhere'),
    ready: heading(/./),
  },
  {
    name: 'question bank',
    onPhones: false,
    visit: as(ORGANISER, '/organise/questions?q=đầu tiên'),
    ready: (page) => page.getByRole('table').getByRole('checkbox').nth(3),
  },
  {
    name: 'question beside the bank',
    onPhones: false,
    visit: as(ORGANISER, '/organise/questions?q=đầu tiên'),
    open: (page) => page.getByRole('table').getByRole('link').first().click(),
    ready: (page) => page.getByRole('complementary', { name: 'Chi tiết câu hỏi' }),
  },
  {
    name: 'question',
    onPhones: false,
    visit: async (world) => {
      const { id } = await one(
        world,
        `SELECT id FROM question WHERE type = 'single_choice' ORDER BY code LIMIT 1`,
      );
      return { who: await world.demoMember(ORGANISER), path: `/organise/questions/${id}` };
    },
    ready: heading(/./),
  },
  {
    name: 'question editor',
    onPhones: false,
    visit: as(ORGANISER, '/organise/questions/new'),
    ready: heading(/./),
  },
  {
    name: 'import',
    onPhones: false,
    visit: as(ORGANISER, '/organise/questions/import'),
    ready: heading(/./),
  },
  {
    name: 'import preview',
    onPhones: false,
    visit: as(ORGANISER, '/organise/questions/import'),
    open: async (page) => {
      await page.getByLabel('Chọn tệp').setInputFiles('test/e2e/files/bien-dao.gift');
      for (const line of [5, 29]) await page.getByRole('button', { name: `Xem câu ở dòng ${line}` }).click();
    },
    ready: (page) => page.getByRole('listitem').first(),
  },
  {
    name: 'own contests',
    onPhones: false,
    visit: as(ORGANISER, '/organise/contests'),
    ready: (page) => page.getByRole('link', { name: contests.running }),
  },
  ...(['information', 'paper', 'time', 'standings', 'publish'] as const).map((step): Screen => ({
    name: `contest builder, ${step}`,
    onPhones: false,
    visit: draftAt(step),
    ready: (page) => page.getByRole('heading', { level: 2 }).first(),
  })),
  {
    name: 'contest builder, calendar',
    onPhones: false,
    visit: draftAt('time'),
    open: (page) => page.getByLabel('Mở', { exact: true }).click(),
    ready: (page) => page.getByRole('dialog'),
  },
  {
    name: 'contest builder, running contest',
    onPhones: false,
    visit: async (world) => {
      const { id } = await one(world, 'SELECT id FROM contest WHERE title = $1', [contests.running]);
      return { who: await world.demoMember(ORGANISER), path: `/organise/contests/${id}/run` };
    },
    ready: (page) => page.getByRole('heading', { level: 2 }).nth(2),
  },
  {
    name: 'members',
    onPhones: false,
    visit: as(ADMIN, '/organise/members'),
    ready: (page) => page.getByRole('table'),
  },
  {
    name: 'new member',
    onPhones: false,
    visit: as(ADMIN, '/organise/members'),
    open: (page) => page.getByRole('button', { name: 'Thêm thành viên' }).click(),
    ready: (page) => page.getByRole('dialog'),
  },
  {
    name: 'member page',
    onPhones: false,
    visit: async (world) => {
      const { id } = await one(world, 'SELECT id FROM member WHERE code = $1', ['HD-0002']);
      return { who: await world.demoMember(ADMIN), path: `/organise/members/${id}` };
    },
    ready: heading(/Nguyễn Thị Hạnh/),
  },
  {
    name: 'units',
    onPhones: false,
    visit: as(ADMIN, '/organise/units'),
    ready: (page) => page.getByRole('table'),
  },
  {
    name: 'unit',
    onPhones: false,
    visit: as(ADMIN, '/organise/units'),
    open: (page) => page.getByRole('button', { name: 'Ban Quốc tế' }).click(),
    ready: (page) => page.getByRole('dialog', { name: 'Ban Quốc tế' }),
  },
  {
    name: 'failed work',
    onPhones: false,
    visit: async (world) => {
      await leaveDeadLetter(world.database, 'outbox.forget_taken', 'ECONNREFUSED');
      return { who: await world.demoMember(ADMIN), path: '/organise/failed-jobs' };
    },
    ready: (page) => page.getByRole('table'),
  },
  {
    name: 'design parts',
    onPhones: false,
    visit: async () => ({ who: null, path: '/dev/kit' }),
    ready: heading(/./),
  },
];
