import type { Screen } from './screens.js';

const ADMIN = 'HD-0005';
const MEMBER = 'HD-0001';

/** Own account, slips and files of members. */
export const peopleScreens: Screen[] = [
  {
    name: 'own account',
    onPhones: true,
    visit: async (world) => ({ who: await world.demoMember(MEMBER), path: '/account' }),
    ready: (page) => page.getByRole('listitem').first(),
  },
  {
    name: 'slip entry',
    onPhones: true,
    visit: async () => ({ who: null, path: '/vao' }),
    ready: (page) => page.getByRole('heading', { level: 1 }),
  },
  {
    name: 'first password',
    onPhones: true,
    visit: async (world) => {
      const who = await world.member({ fullName: 'Trần Thu Hà' });
      const giver = await world.demoMember(ADMIN);
      await world.database.query('UPDATE member SET password_given_by = $2 WHERE id = $1', [
        who.memberId,
        giver.memberId,
      ]);
      return { who, path: '/contests' };
    },
    ready: (page) => page.getByRole('heading', { level: 1 }),
  },
  {
    name: 'printing slips',
    onPhones: false,
    visit: async (world) => ({ who: await world.demoMember(ADMIN), path: '/organise/members' }),
    open: (page) => page.getByRole('button', { name: 'In phiếu' }).click(),
    ready: (page) => page.getByRole('dialog'),
  },
  {
    name: 'member import',
    onPhones: false,
    visit: async (world) => ({ who: await world.demoMember(ADMIN), path: '/organise/members/import' }),
    ready: (page) => page.getByRole('heading', { level: 1 }),
  },
  {
    name: 'member import preview',
    onPhones: false,
    visit: async (world) => ({ who: await world.demoMember(ADMIN), path: '/organise/members/import' }),
    open: (page) => page.getByLabel('Chọn tệp').setInputFiles('test/e2e/files/thanh-vien.csv'),
    ready: (page) => page.getByRole('table'),
  },
];
