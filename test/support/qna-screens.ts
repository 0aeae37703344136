import type { Page } from '@playwright/test';
import { ask, newSession } from './qna.js';
import type { Screen } from './screens.js';
import type { ServedWorld } from './served-world.js';

const MODERATOR = 'HD-0003';
const MEMBER = 'HD-0001';
const LIVE = 'Bảo vệ dữ liệu cá nhân trong cơ quan báo chí';

/** The one of the demo world, which is the oldest: other tests make sessions that are called the same. */
async function liveSession(world: ServedWorld): Promise<string> {
  const sql = 'SELECT id FROM qna_session WHERE title = $1 ORDER BY id LIMIT 1';
  const rows: unknown = await world.database.query(sql, [LIVE]);
  const [row] = Array.isArray(rows) ? rows : [];
  return String(row.id);
}

const inSession =
  (code: string, place = '') =>
  async (world: ServedWorld) => ({
    who: await world.demoMember(code),
    path: `/qna/${await liveSession(world)}${place}`,
  });

const heading = (name: RegExp) => (page: Page) => page.getByRole('heading', { name }).first();

export const qnaScreens: Screen[] = [
  {
    name: 'question sessions',
    onPhones: true,
    visit: async (world) => ({ who: await world.demoMember(MEMBER), path: '/qna' }),
    ready: (page) => page.getByRole('link', { name: /Bảo vệ dữ liệu cá nhân/ }).first(),
  },
  {
    name: 'question session, audience',
    onPhones: true,
    visit: inSession(MEMBER),
    ready: (page) => page.getByRole('listitem').filter({ hasText: 'Ai trong tòa soạn chịu trách nhiệm' }),
  },
  {
    name: 'question session, own questions',
    onPhones: true,
    visit: async (world) => {
      const who = await world.demoMember(MEMBER);
      const id = await liveSession(world);
      await ask(who, id, { text: 'Câu này để xem mục Của tôi?' });
      return { who, path: `/qna/${id}` };
    },
    open: (page) => page.getByText('Của tôi', { exact: true }).click(),
    ready: (page) => page.getByText('Câu này để xem mục Của tôi?').first(),
  },
  {
    name: 'invitation of a guest',
    onPhones: true,
    visit: async (world) => {
      const host = await world.demoMember(MODERATOR);
      const { code } = await newSession(world, host, { guestsAllowed: true });
      return { who: null, path: `/q/${code}` };
    },
    ready: (page) => page.getByRole('textbox'),
  },
  {
    name: 'code to type',
    onPhones: true,
    visit: async () => ({ who: null, path: '/q' }),
    ready: (page) => page.getByRole('textbox'),
  },
  {
    name: 'code that cannot be one',
    onPhones: true,
    visit: async () => ({ who: null, path: '/q/7K0P' }),
    ready: (page) => page.getByRole('textbox'),
  },
  {
    name: 'question desk',
    onPhones: false,
    visit: inSession(MODERATOR, '/desk'),
    ready: (page) => page.getByRole('article').first(),
  },
  {
    name: 'projector',
    onPhones: false,
    visit: inSession(MODERATOR, '/projector'),
    ready: heading(/Khi bạn đọc rút lại sự đồng ý/),
  },
  {
    name: 'remote',
    onPhones: false,
    visit: inSession(MODERATOR, '/remote'),
    ready: (page) => page.getByText(/Khi bạn đọc rút lại sự đồng ý/).first(),
  },
  {
    name: 'presenter view',
    onPhones: false,
    visit: inSession(MODERATOR, '/presenter'),
    ready: (page) => page.getByText(/Khi bạn đọc rút lại sự đồng ý/).first(),
  },
  {
    name: 'question ledger',
    onPhones: true,
    visit: inSession(MEMBER, '/ledger'),
    ready: (page) => page.getByText(/Dữ liệu cá nhân cơ bản và dữ liệu cá nhân nhạy cảm/).first(),
  },
  {
    name: 'own question sessions',
    onPhones: false,
    visit: async (world) => ({ who: await world.demoMember(MODERATOR), path: '/organise/qna' }),
    ready: (page) => page.getByText(LIVE).first(),
  },
  {
    name: 'new question session',
    onPhones: false,
    visit: async (world) => ({ who: await world.demoMember(MODERATOR), path: '/organise/qna/new' }),
    ready: (page) => page.getByRole('textbox').first(),
  },
  {
    name: 'question session settings',
    onPhones: false,
    visit: async (world) => ({
      who: await world.demoMember(MODERATOR),
      path: `/organise/qna/${await liveSession(world)}`,
    }),
    ready: (page) => page.getByRole('textbox').first(),
  },
  {
    name: 'key to sealed authors',
    onPhones: true,
    visit: async (world) => ({ who: await world.demoMember(MODERATOR), path: '/qna/keys' }),
    ready: (page) => page.getByRole('heading', { level: 1 }),
  },
];
