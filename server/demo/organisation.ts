import type { Role } from '../../shared/kernel/viewer.js';

/** The demo organisation: an invented journal. Names are combinations of common ones; nobody real is meant. */
export type DemoUnit = { name: string; headCount: number; below?: readonly DemoUnit[] };

export const demoUnits: DemoUnit = {
  name: 'Tạp chí Ngọn Hải Đăng',
  headCount: 0,
  below: [
    {
      name: 'Khối biên tập',
      headCount: 0,
      below: [
        { name: 'Ban Quốc tế', headCount: 12 },
        { name: 'Ban Kinh tế', headCount: 14 },
        { name: 'Ban Văn hóa – Xã hội', headCount: 16 },
        { name: 'Ban Xây dựng Đảng', headCount: 13 },
        { name: 'Ban Khoa giáo', headCount: 12 },
        { name: 'Thư ký – Biên tập', headCount: 16 },
      ],
    },
    {
      name: 'Khối nội dung số',
      headCount: 0,
      below: [
        { name: 'Tạp chí điện tử', headCount: 18 },
        { name: 'Phòng Đa phương tiện', headCount: 14 },
        { name: 'Phòng Kỹ thuật và dữ liệu', headCount: 11 },
      ],
    },
    {
      name: 'Khối hành chính',
      headCount: 0,
      below: [
        { name: 'Văn phòng', headCount: 15 },
        { name: 'Phòng Kế hoạch – Tài chính', headCount: 9 },
        { name: 'Phòng Tổ chức – Cán bộ', headCount: 8 },
      ],
    },
    {
      name: 'Các chi hội',
      headCount: 0,
      below: [
        { name: 'Câu lạc bộ Lý luận trẻ', headCount: 26 },
        { name: 'Cơ quan thường trú miền Trung', headCount: 9 },
        { name: 'Cơ quan thường trú phía Nam', headCount: 13 },
      ],
    },
  ],
};

/** Of everybody in the demo; good enough for a world that only answers on loopback. */
export const PASSWORD = 'hai-dang-2026';

export type DemoPerson = { fullName: string; code: string; email: string | null; unit: string };

const SURNAMES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Phan',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Đinh',
];
const MIDDLES_F = ['Thị', 'Thu', 'Ngọc', 'Thanh', 'Minh', 'Phương', 'Thùy', 'Hải'];
const GIVEN_F = [
  'Hà',
  'Lan',
  'Hạnh',
  'Linh',
  'Mai',
  'Yến',
  'Hương',
  'Trang',
  'Nga',
  'Thảo',
  'Vân',
  'Hiền',
  'Ánh',
  'Chi',
];
const MIDDLES_M = ['Văn', 'Quang', 'Minh', 'Đức', 'Thanh', 'Hữu', 'Công', 'Việt'];
const GIVEN_M = [
  'Huy',
  'Dũng',
  'Khải',
  'Tùng',
  'Sơn',
  'Nam',
  'Đức',
  'Long',
  'Hùng',
  'Phúc',
  'Kiên',
  'Bình',
  'Thắng',
  'An',
];

/** Those whose logins are shown; the first members of their units. */
export const demoStaff: readonly (DemoPerson & {
  shown: string;
  roles: readonly { role: Role; unit: string | null }[];
})[] = [
  {
    shown: 'member',
    fullName: 'Trần Thu Hà',
    code: 'HD-0001',
    email: 'thu.ha@haidang.example',
    unit: 'Tạp chí điện tử',
    roles: [],
  },
  {
    shown: 'coordinator',
    fullName: 'Nguyễn Thị Hạnh',
    code: 'HD-0002',
    email: 'thi.hanh@haidang.example',
    unit: 'Câu lạc bộ Lý luận trẻ',
    roles: [{ role: 'coordinator', unit: 'Câu lạc bộ Lý luận trẻ' }],
  },
  {
    shown: 'moderator',
    fullName: 'Lê Quang Huy',
    code: 'HD-0003',
    email: 'quang.huy@haidang.example',
    unit: 'Phòng Đa phương tiện',
    roles: [{ role: 'moderator', unit: null }],
  },
  {
    shown: 'organiser',
    fullName: 'Phạm Ngọc Lan',
    code: 'HD-0004',
    email: 'ngoc.lan@haidang.example',
    unit: 'Thư ký – Biên tập',
    roles: [{ role: 'organiser', unit: null }],
  },
  {
    shown: 'administrator',
    fullName: 'Đinh Công Sơn',
    code: 'HD-0005',
    email: 'cong.son@haidang.example',
    unit: 'Văn phòng',
    roles: [{ role: 'admin', unit: null }],
  },
];

/** Everybody else, filling each unit up to the total of 200 members; the same people at every start. */
export function demoPeople(): DemoPerson[] {
  const places = leavesOf(demoUnits).flatMap(({ name, headCount }) => {
    const staff = demoStaff.filter((person) => person.unit === name).length;
    return Array.from({ length: headCount - staff }, () => name);
  });
  return places.slice(0, 200 - demoStaff.length).map((unit, index) => ({
    fullName: nameOf(index),
    code: `HD-${String(index + 6).padStart(4, '0')}`,
    email: index % 3 === 0 ? null : `hd${index + 6}@haidang.example`,
    unit,
  }));
}

/** Units without units below. */
export function leavesOf(unit: DemoUnit): DemoUnit[] {
  return unitsIn(unit).filter(({ below }) => below === undefined);
}

/** A unit and all below it. */
export function unitsIn(unit: DemoUnit): DemoUnit[] {
  return [unit, ...(unit.below ?? []).flatMap(unitsIn)];
}

export type DemoLogin = { role: string; login: string; password: string };

export function demoLogins(): DemoLogin[] {
  return demoStaff.map(({ shown, email, code }) => ({
    role: shown,
    login: email ?? code,
    password: PASSWORD,
  }));
}

function nameOf(index: number): string {
  const woman = index % 2 === 0;
  const pick = (list: readonly string[], step: number): string =>
    list[(index * step + (index >> 3)) % list.length] ?? '';
  const [middles, given] = woman ? [MIDDLES_F, GIVEN_F] : [MIDDLES_M, GIVEN_M];
  return `${pick(SURNAMES, 7)} ${pick(middles, 5)} ${pick(given, 3)}`;
}
