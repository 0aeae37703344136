import { v4 } from 'uuid';
import { expect, it } from 'vitest';
import { ledgerEntry } from '../../../shared/qna/ledger.schema.js';
import { ledgerPdf } from './ledger-pdf.present.js';
import { statisticsOf } from './ledger.rules.js';

const AT = '2026-11-19T07:00:00.000Z';

function entries(count: number) {
  return Array.from({ length: count }, (_, index) =>
    ledgerEntry.parse({
      id: v4(),
      number: index + 1,
      kept: null,
      text: `Câu ${index}: cộng tác viên gửi ảnh chụp căn cước để nhận nhuận bút thì tòa soạn nên giữ ảnh đó bao lâu?`,
      author: index % 3 === 0 ? null : { name: 'Trịnh Kim Oanh', unit: 'Ban Kinh tế' },
      askedAt: AT,
      state: 'answered',
      votes: index,
      labels: ['Dữ liệu cá nhân'],
      mergedInto: null,
      decline: null,
      answer: { how: 'on_air', text: 'Không quá **một năm**.', by: 'Chị Yến', at: AT, seconds: 95 },
    }),
  );
}

async function pdfOf(count: number): Promise<string> {
  const book = {
    title: 'Bảo vệ dữ liệu cá nhân trong cơ quan báo chí',
    code: 'AB23',
    startsAt: new Date(AT),
    madeAt: new Date(AT),
    entries: entries(count),
    statistics: statisticsOf([]),
  };
  return (await ledgerPdf(book, 'vi')).toString('latin1');
}

const pagesOf = (pdf: string): number => pdf.match(/\/Type \/Page\b/g)?.length ?? 0;

it('turns the page as often as the entries need, and not for the numbers at the foot', async () => {
  expect(pagesOf(await pdfOf(0))).toBe(1);
  expect(pagesOf(await pdfOf(3))).toBe(1);
  const many = pagesOf(await pdfOf(60));
  expect(many).toBeGreaterThan(5);
  expect(many).toBeLessThan(15);
});
