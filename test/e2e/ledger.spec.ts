import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from '../support/browser.js';
import { openXlsx } from '../support/open-xlsx.js';
import { ask, newSession } from '../support/qna.js';

const FORMULA = '=HYPERLINK("http://xau.example";"Bấm vào đây")';

test('the ledger goes along for Excel, in the language of the page', async ({ world, device }) => {
  const host = await world.member({ roles: [{ role: 'moderator' }] });
  const session = await newSession(world, host);
  await ask(await world.member({ fullName: 'Đỗ Người Hỏi' }), session.id, { text: FORMULA });
  for (const { language, link, name, heading } of [
    { language: 'vi', link: 'Tải Excel (.xlsx)', name: 'so-cau-hoi', heading: 'Câu hỏi' },
    { language: 'en', link: 'Get Excel (.xlsx)', name: 'question-ledger', heading: 'Question' },
  ] as const) {
    const page = await device(host, { language });
    await page.goto(`/qna/${session.id}/ledger`);
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: link }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe(`${name}-${session.code}.xlsx`);
    const { rows, xml } = await openXlsx(readFileSync(await file.path()));
    expect(rows[0]).toContain(heading);
    expect(rows[1]).toEqual(expect.arrayContaining([1, FORMULA, 'Đỗ Người Hỏi']));
    expect(xml('xl/worksheets/sheet1.xml')).not.toContain('<f>');
  }
});
