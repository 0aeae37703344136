import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { fire, type Shot } from '../load/http-load.ts';
import type { BenchMember } from '../load/people.ts';
import { addInquiries, createSession } from '../qna/world.ts';

const LEDGER = 1_000;
const FILE = 5_000;

export type Contestant = { nextSave: () => Shot };

/** Members in the middle of an attempt, each with what they save next. */
export async function startAttempts(
  port: number,
  roundId: string,
  members: readonly BenchMember[],
): Promise<Contestant[]> {
  return Promise.all(
    members.map(async ({ cookie }) => {
      const path = `/api/rounds/${roundId}/attempts`;
      const started = await fire(port, { method: 'POST', path, cookie, body: '{}' });
      if (started.status !== 201) throw new Error(`start: ${started.status} ${started.body}`);
      const { id, epoch, questions } = JSON.parse(started.body);
      let sequence = 0;
      return {
        nextSave: () => {
          const place = sequence % questions.length;
          sequence += 1;
          const [option] = questions[place].prompt.options;
          const response = { type: 'single_choice', choice: option.id };
          const body = JSON.stringify({ epoch, sequence, response });
          return { method: 'PUT', path: `/api/attempts/${id}/answers/${place + 1}`, cookie, body };
        },
      };
    }),
  );
}

/** A session with a ledger of a thousand questions; the organiser moderates it. */
export async function addLedger(databaseUrl: string, origin: string, host: BenchMember): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO role_grant (id, member_id, role, granted_at) VALUES ($1, $2, 'moderator', now())`,
      [randomUUID(), host.id],
    );
    // The session is announced as changed, and read anew by then.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const id = await createSession(origin, host.cookie);
    await addInquiries(client, id, LEDGER);
    return id;
  } finally {
    await client.end();
  }
}

/** 5,000 questions, 2.5 MB of CSV. */
export function largeFile(): string {
  const rows = Array.from({ length: FILE }, (_, index) => {
    const text = `Câu hỏi thứ ${index}: ${'tòa soạn phải giữ dữ liệu của cộng tác viên bao lâu, '.repeat(3)}và vì sao?`;
    const options = ['Một', 'Hai', 'Ba', 'Năm'].map(
      (count) => `${count} năm kể từ ngày nhận bài thứ ${index}`,
    );
    return [text, ...options, 'B', `Chủ đề ${index % 12}`, 'Nhận biết', 'Nghị định 13/2023/NĐ-CP, Điều 16']
      .map((cell) => `"${cell}"`)
      .join(',');
  });
  return ['Câu hỏi,A,B,C,D,Đáp án,Chủ đề,Mức độ,Nguồn', ...rows].join('\n');
}
