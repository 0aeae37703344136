import type { Blueprint, RoundSettings } from '../../shared/contest/contest.schema.js';
import type { Level } from '../../shared/question-bank/question.schema.js';
import type { TopicView } from '../../shared/question-bank/topic.schema.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Vietnam keeps UTC+7 all year. */
const ZONE_MS = 7 * HOUR;

export type DemoRound = {
  title: string;
  /** Opens at 08:00 and closes at 23:59 Vietnamese time, so many days from the day of seeding. */
  opensInDays: number;
  closesInDays: number;
  settings: Partial<RoundSettings>;
  topics: Record<string, Partial<Record<Level, number>>>;
  /** How many members take part. */
  entrants: number;
};
export type DemoContest = { title: string; summary: string; rules: string; rounds: readonly DemoRound[] };

const RULES = [
  'Đối tượng: toàn thể thành viên của các đơn vị trong cơ quan.',
  'Đồng hồ tính theo giờ máy chủ, bắt đầu khi bạn bấm “Vào thi” và không dừng khi bạn thoát ra.',
  'Mỗi lựa chọn được lưu ngay. Mất mạng hoặc đổi thiết bị, bạn vẫn làm tiếp được từ câu đang dở.',
  'Xếp hạng theo điểm; bằng điểm thì ai dùng ít thời gian hơn xếp trên, sau đó là ai nộp sớm hơn.',
  'Điểm đơn vị là tổng điểm của người dự thi chia cho quân số của đơn vị.',
];
const rulesOf = (...first: string[]): string => [...first, ...RULES].map((rule) => `- ${rule}`).join('\n');

export const demoContests: readonly DemoContest[] = [
  {
    title: 'Tìm hiểu Hiến pháp và pháp luật 2026',
    summary: 'Một vòng thi về Hiến pháp, an ninh mạng và bảo vệ dữ liệu cá nhân, mở cho toàn cơ quan.',
    rules: rulesOf('Một vòng, một lượt thi: 20 câu trong 30 phút.'),
    rounds: [
      {
        title: 'Hiến pháp và pháp luật trong công việc',
        opensInDays: -15,
        closesInDays: -8,
        settings: { durationMinutes: 30, attemptsAllowed: 1 },
        topics: {
          'Hiến pháp': { recall: 3, understand: 3, apply: 1, analyse: 1 },
          'Luật An ninh mạng': { recall: 3, understand: 2, apply: 1 },
          'Bảo vệ dữ liệu cá nhân': { recall: 3, understand: 2, apply: 1 },
        },
        entrants: 152,
      },
    ],
  },
  {
    title: 'Ngọn đèn tri thức 2026',
    summary:
      'Hai tuần, hai chủ đề: báo chí Việt Nam và lịch sử dân tộc. Thi trực tuyến trên điện thoại hoặc máy tính.',
    rules: rulesOf('Hai vòng, mỗi vòng hai lượt thi, lấy lượt cao hơn.'),
    rounds: [
      {
        title: 'Báo chí Việt Nam qua các thời kỳ',
        opensInDays: -2,
        closesInDays: 4,
        settings: { durationMinutes: 30, attemptsAllowed: 2, standingsVisible: { kind: 'on_submission' } },
        topics: {
          'Lịch sử báo chí Việt Nam': { recall: 5, understand: 3, apply: 2, analyse: 1 },
          'Chuyển đổi số': { recall: 4, understand: 3, apply: 2 },
        },
        entrants: 64,
      },
      {
        title: 'Lịch sử Việt Nam',
        opensInDays: 5,
        closesInDays: 11,
        settings: { durationMinutes: 20, attemptsAllowed: 2 },
        topics: { 'Lịch sử Việt Nam': { recall: 6, understand: 5, apply: 3, analyse: 1 } },
        entrants: 0,
      },
    ],
  },
  {
    title: 'An toàn số cho mọi người',
    summary: 'Nhận biết lừa đảo trực tuyến, giữ dữ liệu cá nhân, dùng mạng đúng luật.',
    rules: rulesOf('Một vòng, ba lượt thi: 15 câu trong 15 phút.'),
    rounds: [
      {
        title: 'Dữ liệu của bạn, quyền của bạn',
        opensInDays: 3,
        closesInDays: 10,
        settings: { durationMinutes: 15, attemptsAllowed: 3 },
        topics: {
          'Bảo vệ dữ liệu cá nhân': { recall: 4, understand: 3, apply: 2, analyse: 1 },
          'Luật An ninh mạng': { recall: 3, understand: 2 },
        },
        entrants: 0,
      },
    ],
  },
];

export function windowOf(round: DemoRound, now: Date): { opensAt: Date; closesAt: Date } {
  const midnightMs = Math.floor((now.getTime() + ZONE_MS) / DAY) * DAY - ZONE_MS;
  return {
    opensAt: new Date(midnightMs + round.opensInDays * DAY + 8 * HOUR),
    closesAt: new Date(midnightMs + round.closesInDays * DAY + 23 * HOUR + 59 * MINUTE),
  };
}

/** The blueprint of a demo round over the bank's topics. */
export function blueprintOf(round: DemoRound, topics: readonly TopicView[]): Blueprint {
  const ids = new Map(topics.map(({ id, name }) => [name, id]));
  return Object.entries(round.topics).flatMap(([name, levels]) => {
    const topicId = ids.get(name);
    if (!topicId) throw new Error(`The demo bank has no topic ${name}`);
    const cells: { level: Level; count: number | undefined }[] = [
      { level: 'recall', count: levels.recall },
      { level: 'understand', count: levels.understand },
      { level: 'apply', count: levels.apply },
      { level: 'analyse', count: levels.analyse },
    ];
    return cells.flatMap(({ level, count }) => (count === undefined ? [] : [{ topicId, level, count }]));
  });
}
