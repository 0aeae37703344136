import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../../../support/app.js';
import { publishedRound } from '../../../support/contest.js';
import { someQuestion } from '../../../support/questions.js';
import { untilALockIsWaitedFor } from '../../../support/lock-waits.js';
import type { Agent } from '../../../support/world.js';

let world: TestApp;
let organiser: Agent;
beforeAll(async () => {
  world = await TestApp.start();
  organiser = await world.member({ roles: [{ role: 'organiser' }] });
});
afterAll(() => world.stop());

const gift = (name: string) => `
$CATEGORY: Lịch sử ${name}

::C1:: Chiến dịch ${name} kết thúc năm nào? {=1954 ~1945 ~1975 ~1930}

Câu tự luận không có ở đây {}

Điện Biên Phủ ${name} thuộc miền Bắc. {T}

::C1 lần nữa:: Chiến dịch ${name} kết thúc năm nào? {=1954 ~1945 ~1975 ~1930}
`;

const preview = (agent: Agent, text: string, format = 'gift') =>
  agent.post('/api/question-imports', { fileName: `de.${format}`, format, text });

describe('importing a file', () => {
  it('shows what is accepted, repeated and rejected by line, and adds nothing yet', async () => {
    const shown = await preview(organiser, gift('một'));
    expect(shown.status).toBe(201);
    expect(shown.body.counts).toEqual({ accepted: 2, duplicate: 1, rejected: 1 });
    const rejected = shown.body.items.find(({ outcome }: { outcome: string }) => outcome === 'rejected');
    expect(rejected).toMatchObject({ line: 6, errors: [{ code: expect.stringMatching(/^gift\./) }] });
    expect((await organiser.get('/api/questions?q=mot')).body.total).toBe(0);
  });

  it('shows every question of an import once when its list is paged, however fast they came in', async () => {
    const items = Array.from({ length: 60 }, (_item, index) => `Câu liền nhau số ${index}. {T}`);
    const { body: shown } = await preview(organiser, `$CATEGORY: Trang\n\n${items.join('\n\n')}\n`);
    await organiser.put(`/api/question-imports/${shown.id}/application`, { lines: 'all' });
    const texts: string[] = [];
    let cursor = '';
    do {
      const page = await organiser.get(`/api/questions?q=lien&limit=7${cursor && `&cursor=${cursor}`}`);
      texts.push(...page.body.items.map(({ text }: { text: string }) => text));
      cursor = page.body.next ?? '';
    } while (cursor !== '');
    expect(texts).toHaveLength(60);
    expect(new Set(texts).size).toBe(60);
  });

  it('adds all accepted items once; the same file again adds nothing', async () => {
    const { body: shown } = await preview(organiser, gift('hai'));
    const applied = await organiser.put(`/api/question-imports/${shown.id}/application`, { lines: 'all' });
    expect(applied.body).toEqual({ added: 2, updated: 0, skipped: 2, repeated: 0 });
    const twice = await organiser.put(`/api/question-imports/${shown.id}/application`, { lines: 'all' });
    expect(twice.body).toMatchObject({ code: 'import.already_applied' });
    const again = await preview(organiser, gift('hai'));
    expect(again.body.counts).toEqual({ accepted: 0, duplicate: 3, rejected: 1 });
    const none = await organiser.put(`/api/question-imports/${again.body.id}/application`, { lines: 'all' });
    expect(none.body).toMatchObject({ added: 0 });
  });

  it('adds each question once when two previews of one file are applied together', async () => {
    const previews = await Promise.all([preview(organiser, gift('ba')), preview(organiser, gift('ba'))]);
    const applied = await Promise.all(
      previews.map(({ body }) =>
        organiser.put(`/api/question-imports/${body.id}/application`, { lines: 'all' }),
      ),
    );
    expect(applied.map(({ body }) => body.added).toSorted()).toEqual([0, 2]);
  });

  it('adds only the chosen lines and refuses lines that were not accepted', async () => {
    const { body: shown } = await preview(organiser, gift('bốn'));
    const [first] = shown.items.filter(({ outcome }: { outcome: string }) => outcome === 'accepted');
    const wrong = await organiser.put(`/api/question-imports/${shown.id}/application`, { lines: [6] });
    expect(wrong.body).toMatchObject({ code: 'import.unknown_lines', params: { lines: '6' } });
    const chosen = await organiser.put(`/api/question-imports/${shown.id}/application`, {
      lines: [first.line],
    });
    expect(chosen.body.added).toBe(1);
  });

  it('takes an import back within ten minutes, and not after', async () => {
    const { body: shown } = await preview(organiser, gift('xuân'));
    await organiser.put(`/api/question-imports/${shown.id}/application`, { lines: 'all' }).expect(200);
    expect((await organiser.delete(`/api/question-imports/${shown.id}/application`)).status).toBe(204);
    expect((await organiser.get('/api/questions?q=xuan&states=draft,reviewed')).body.total).toBe(0);
    await organiser.put(`/api/question-imports/${shown.id}/application`, { lines: 'all' }).expect(200);
    await world.advance(10 * 60_000 + 1000);
    const late = await organiser.delete(`/api/question-imports/${shown.id}/application`);
    expect(late.body).toMatchObject({ code: 'import.undo_too_late' });
  });

  it('says that it was taken back already, whenever it is asked again', async () => {
    const { body: shown } = await preview(organiser, gift('thu'));
    const path = `/api/question-imports/${shown.id}/application`;
    await organiser.put(path, { lines: 'all' }).expect(200);
    await organiser.delete(path).expect(204);
    expect((await organiser.delete(path)).body).toMatchObject({ code: 'import.not_applied' });
    await world.advance(11 * 60_000);
    expect((await organiser.delete(path)).body).toMatchObject({ code: 'import.not_applied' });
  });

  it('takes along the topics it made, but none that was there before and none that a draft of a round draws from', async () => {
    const before = someQuestion({ topic: 'Có từ trước' });
    const { body: own } = await organiser.post('/api/questions', before);
    await organiser.put('/api/questions/topic', { ids: [own.id], topic: 'Nơi khác' }).expect(200);
    const text = ['Có từ trước', 'Mới toanh', 'Đã vào đề nháp']
      .map((topic) => `$CATEGORY: ${topic}\n\nCâu của ${topic}. {T}\n`)
      .join('\n');
    const { body: shown } = await preview(organiser, text);
    await organiser.put(`/api/question-imports/${shown.id}/application`, { lines: 'all' }).expect(200);
    const topics = async () =>
      (await organiser.get('/api/topics')).body.items.map(({ name }: { name: string }) => name);
    const { body: listed } = await organiser.get('/api/topics');
    const drawn = listed.items.find(({ name }: { name: string }) => name === 'Đã vào đề nháp');
    await world.database.query('UPDATE round SET frozen_at = NULL, blueprint = $2 WHERE id = $1', [
      (await publishedRound(world, organiser)).roundId,
      JSON.stringify([{ topicId: drawn.id, level: 'recall', count: 1 }]),
    ]);
    await organiser.delete(`/api/question-imports/${shown.id}/application`).expect(204);
    expect(await topics()).toEqual(expect.arrayContaining(['Có từ trước', 'Nơi khác', 'Đã vào đề nháp']));
    expect(await topics()).not.toContain('Mới toanh');
  });

  it('is not taken back while a round that takes some of it is being published', async () => {
    const { body: shown } = await preview(organiser, gift('đông'));
    await organiser.put(`/api/question-imports/${shown.id}/application`, { lines: 'all' }).expect(200);
    const { roundId } = await publishedRound(world, organiser);
    const publishing = world.database.createQueryRunner();
    await publishing.startTransaction();
    try {
      await publishing.query(
        `INSERT INTO round_pool (round_id, version_id, topic_id, topic_name, level)
         SELECT $1, question_version.id, topic_id, '', level FROM question JOIN question_version ON question_id = question.id
         WHERE import_id = $2 LIMIT 1`,
        [roundId, shown.id],
      );
      const undoing = organiser
        .delete(`/api/question-imports/${shown.id}/application`)
        .then((answer) => answer);
      await untilALockIsWaitedFor(world);
      await publishing.commitTransaction();
      expect((await undoing).body).toMatchObject({ code: 'import.in_use' });
    } finally {
      await publishing.release();
    }
  });

  it('reads a table with Vietnamese headings', async () => {
    const text =
      '\uFEFFCâu hỏi,A,B,C,D,Đáp án,Chủ đề,Mức độ,Nguồn\nThủ đô của Việt Nam?,Huế,Hà Nội,Đà Nẵng,Cần Thơ,B,Địa lí,Nhận biết,Hiến pháp 2013 Điều 13\n';
    const shown = await preview(organiser, text, 'csv');
    expect(shown.body.counts, JSON.stringify(shown.body)).toEqual({ accepted: 1, duplicate: 0, rejected: 0 });
    await organiser.put(`/api/question-imports/${shown.body.id}/application`, { lines: 'all' }).expect(200);
    const found = await organiser.get('/api/questions?q=thu%20do');
    expect(found.body.items[0]).toMatchObject({
      reviewState: 'reviewed',
      topic: { name: 'Địa lí' },
      level: 'recall',
    });
  });

  it('names what is wrong with a file as a whole', async () => {
    expect((await preview(organiser, '   \n')).status).toBe(400);
    const binary = await preview(organiser, 'PK\u0000\u0001\u0000');
    expect(binary.body).toMatchObject({ code: 'import.not_text' });
    const columns = await preview(organiser, 'một,hai\n1,2\n', 'csv');
    expect(columns.body).toMatchObject({ code: 'import.wrong_columns' });
    const huge = await preview(organiser, 'a'.repeat(12_000_000));
    expect(huge.status).toBe(413);
  });

  it('is closed to members, and to others than its maker', async () => {
    const { body: shown } = await preview(organiser, gift('sáu'));
    const path = `/api/question-imports/${shown.id}`;
    const other = await world.member({ roles: [{ role: 'organiser' }] });
    const agents: [Agent, number][] = [
      [world.outsider(), 401],
      [await world.member(), 403],
      [other, 404],
    ];
    for (const [agent, status] of agents) {
      expect((await agent.get(path)).status).toBe(status);
      expect((await agent.put(`${path}/application`, { lines: 'all' })).status).toBe(status);
      expect((await agent.delete(`${path}/application`)).status).toBe(status);
    }
    expect((await preview(await world.member(), gift('bảy'))).status).toBe(403);
  });
});
