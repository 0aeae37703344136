import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { addPeople, type BenchMember } from '../load/people.ts';

export type QnaWorld = {
  members: BenchMember[];
  /** Sessions by what is done in them, with their open questions. */
  voting: Session;
  listing: Session;
  similar: Session;
};
export type Session = { id: string; inquiries: { id: string; text: string }[] };

/** Members who are signed in, and three sessions with as many questions as asked. */
export async function fillQna(
  databaseUrl: string,
  origin: string,
  counts: { members: number; voting: number; listing: number; similar: number },
): Promise<QnaWorld> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const [host, ...members] = await addPeople(client, counts.members + 1, 'moderator');
    if (!host) throw new Error('no host');
    const session = async (count: number): Promise<Session> => {
      const id = await createSession(origin, host.cookie);
      return { id, inquiries: await addInquiries(client, id, count) };
    };
    const [voting, listing, similar] = [
      await session(counts.voting),
      await session(counts.listing),
      await session(counts.similar),
    ];
    await client.query(
      `UPDATE inquiry SET vote_count = floor(random() * 200)::int, views = 200 + floor(random() * 200)::int WHERE session_id = $1`,
      [listing.id],
    );
    await client.query('VACUUM ANALYZE');
    return { members, voting, listing, similar };
  } finally {
    await client.end();
  }
}

export async function createSession(origin: string, cookie: string): Promise<string> {
  const answer = await fetch(`${origin}/api/qna-sessions`, {
    method: 'POST',
    headers: { cookie, 'x-requested-with': 'hai-dang', 'content-type': 'application/json' },
    body: JSON.stringify({
      title: 'Bench',
      description: '',
      startsAt: new Date(Date.now() - 60_000).toISOString(),
      endsAt: null,
      moderation: 'after',
      guestsAllowed: false,
      maxPerPerson: null,
      slowModeSeconds: 0,
      words: [],
      labels: [],
      answerSeconds: null,
      level: 'named',
      keyHolders: null,
    }),
  });
  if (!answer.ok) throw new Error(`the session was not made: ${answer.status} ${await answer.text()}`);
  return JSON.parse(await answer.text()).session.id;
}

/** Straight into the table: asking is not what is measured. */
export async function addInquiries(
  client: pg.Client,
  sessionId: string,
  count: number,
): Promise<Session['inquiries']> {
  const inquiries = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    text: questionOf(index),
  }));
  await client.query(
    `INSERT INTO inquiry (id, root_id, session_id, number, receipt, key_hash, text, anonymous, author_id, author_kind, author_name,
       author_unit, asked_at, state)
     SELECT id, id, $2, place, place, sha256(id::text::bytea), text, false, gen_random_uuid(), 'member', 'Người hỏi ' || place,
       'Đơn vị', now() - place * interval '1 second', 'approved'
     FROM unnest($1::uuid[], $3::text[]) WITH ORDINALITY AS t (id, text, place)`,
    [inquiries.map(({ id }) => id), sessionId, inquiries.map(({ text }) => text)],
  );
  return inquiries;
}

const WHO = [
  'cộng tác viên',
  'bạn đọc',
  'tòa soạn',
  'phóng viên',
  'người được phỏng vấn',
  'cơ quan chủ quản',
  'biên tập viên',
  'người dưới 16 tuổi',
  'nhà quảng cáo',
];
const WHAT = [
  'ảnh chụp căn cước',
  'danh sách đăng ký nhận bản tin',
  'số điện thoại',
  'bản ghi âm phỏng vấn',
  'hình ảnh hội nghị',
  'địa chỉ thư điện tử',
  'dữ liệu vị trí',
  'bình luận dưới bài',
  'hồ sơ nhuận bút',
  'lịch sử đọc báo',
  'bài viết gửi đăng',
];
const DEED = [
  'lưu giữ trong bao lâu',
  'xóa theo yêu cầu thế nào',
  'chuyển cho bên thứ ba ra sao',
  'xin phép trước hay sau khi đăng',
  'công bố trong trường hợp nào',
  'bảo vệ bằng biện pháp gì',
  'thu thập tới mức nào là vừa đủ',
  'sửa lại khi có sai sót bằng cách nào',
  'kiểm tra định kỳ như thế nào',
];
const WHEN = [
  'khi rút lại sự đồng ý',
  'sau khi hợp đồng kết thúc',
  'trong chiến dịch bầu cử',
  'khi có khiếu nại',
  'theo luật có hiệu lực từ năm nay',
  'khi dùng công cụ của nước ngoài',
  'nếu bị lộ qua máy chủ thuê',
  'ở các ban khác nhau',
  'đối với bài đã đăng nhiều năm',
];
const END = [
  'ạ',
  'và ai chịu trách nhiệm',
  'có mẫu chung không',
  'mức phạt là bao nhiêu',
  'đơn vị nhỏ có được miễn không',
  'ai là người ký duyệt',
  'đã có tiền lệ nào chưa',
];

/** The n-th question of a vocabulary that makes tens of thousands of different ones, about as long as real ones. */
export function questionOf(index: number): string {
  const pick = (words: readonly string[], step: number) =>
    words[Math.floor(index / step) % words.length] ?? '';
  const lists = [WHO, WHAT, DEED, WHEN, END];
  const steps = lists.map((_, place) =>
    lists.slice(0, place).reduce((product, words) => product * words.length, 1),
  );
  const [who, what, deed, when, end] = lists.map((words, place) => pick(words, steps[place] ?? 1));
  return `Với ${who}, ${what} phải ${deed} ${when}, ${end}?`;
}
