import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { ApiFailure } from '../../platform/api/api-failure.js';
import platform from '../../platform/vi.json' with { type: 'json' };
import { GuestForm } from './guest-form.js';
import join from './vi.json' with { type: 'json' };

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: 'vi', resources: { vi: { 'ui/join': join, platform } } });
});

const drawn = (failure: Error | null, busy = false) =>
  renderToStaticMarkup(
    <GuestForm
      hint="Tên này không hiện ở đâu cả."
      enterText="Vào phòng"
      busy={busy}
      failure={failure}
      texts="ui/join"
      onEnter={() => undefined}
    />,
  );

describe('the form for guests', () => {
  it('asks for a name and says at the field where it will be seen', () => {
    const page = drawn(null);
    const [, id] = /<label for="([^"]+)">Tên của bạn<\/label>/.exec(page) ?? [];
    expect(page).toContain(`id="${id}"`);
    expect(page).toContain(`aria-describedby="${id}-error ${id}-hint"`);
    expect(page).toMatch(new RegExp(`<p id="${id}-hint"[^>]*>Tên này không hiện ở đâu cả.</p>`));
    expect(page).toMatch(/<button type="submit"[^>]*>.*Vào phòng/);
    expect(page).not.toContain('aria-invalid');
  });

  it('says at the field why one was not let in', () => {
    const page = drawn(new ApiFailure({ code: 'not_found', status: 404 }));
    expect(page).toMatch(/<p id="[^"]+-error"[^>]*role="alert">Không tìm thấy nội dung này\./);
    expect(page).toContain('aria-invalid="true"');
  });

  it('says what is wrong with the name where the server refuses it', () => {
    const page = drawn(
      new ApiFailure({ code: 'input.invalid', status: 400, params: { name: 'control_characters' } }),
    );
    expect(page).toMatch(/role="alert">Có ký tự ẩn/);
  });

  it('waits as long as the server says', () => {
    const page = drawn(
      new ApiFailure({ code: 'rate.limited', status: 429, params: { retryAfterSeconds: 5 } }),
    );
    expect(page).toMatch(/<p role="timer"[^>]*>Thử lại sau [56] giây\.<\/p>/);
    expect(page).toMatch(/<button type="submit"[^>]*aria-disabled="true"/);
  });

  it('does not send twice', () => {
    expect(drawn(null, true)).toMatch(/<button type="submit"[^>]*aria-busy="true"/);
  });
});
