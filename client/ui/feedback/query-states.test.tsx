import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ApiFailure, networkFailure } from '../../platform/api/api-failure.js';
import { connection } from '../../platform/api/connection.js';
import { nobody, SessionContext, type Session } from '../../platform/api/session.js';
import platform from '../../platform/vi.json' with { type: 'json' };
import ui from '../vi.json' with { type: 'json' };
import { QueryStates } from './query-states.js';

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: 'vi', resources: { vi: { ui, platform } } });
});

type Props = Parameters<typeof QueryStates<string[]>>[0];
type Query = Props['query'];

const member: Session['member'] = {
  ...{ id: '1', fullName: 'An', code: 'A1', unit: null, roles: [] },
  ...{ preferences: { language: null, scheme: null, shortcuts: null }, passwordGivenBy: null },
};
const asked = { data: undefined, error: null, isFetching: true, refetch: () => undefined };
const refused = (code: string, status = 400) => new ApiFailure({ code, status, requestId: 'r-1' });

/** What is on the page: each element with its role or level, and its words. */
function drawn(query: Partial<Query>, props: Partial<Props> = {}, who: Session['member'] = member): string {
  return renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter>
        <SessionContext value={{ ...nobody, member: who }}>
          <QueryStates
            query={{ ...asked, ...query }}
            texts="ui"
            failed="Chưa tải được danh sách"
            safe="Điểm vẫn còn."
            loading={<i>xương</i>}
            frame={(instead) => <main>{instead}</main>}
            {...props}
          >
            {(names) => <ul>{names.join(', ')}</ul>}
          </QueryStates>
        </SessionContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

const LIST = '<ul>An, Bình</ul>';
const data = ['An', 'Bình'];

describe('a query on screen', () => {
  it('says that it loads, and keeps the place of what comes unseen', () => {
    expect(drawn({})).toMatch(
      /^<main><div aria-busy="true" aria-label="Đang tải" role="status"><div [^>]*data-stage="hidden"><i>xương<\/i><\/div><\/div><\/main>$/,
    );
  });

  it('shows nothing but its content once it is here', () => {
    expect(drawn({ data, isFetching: false })).toBe(LIST);
  });

  it('shows in place of content with nothing in it what stands for that', () => {
    const empty = (names: string[]) => names.length === 0 && <p>Chưa có ai</p>;
    expect(drawn({ data: [] }, { empty })).toBe('<p>Chưa có ai</p>');
    expect(drawn({ data }, { empty })).toBe(LIST);
  });

  it('says what could not be loaded, why, and what is safe, with a way to try again', () => {
    const page = drawn({ error: refused('unavailable', 503), isFetching: false });
    expect(page).toMatch(/^<main><div [^>]*role="alert"/);
    expect(page).toContain('<h3');
    expect(page).toContain('Chưa tải được danh sách');
    expect(page).toContain('Máy chủ đang bận. Thử lại sau ít giây. Điểm vẫn còn.');
    expect(page).toContain('Thử lại');
  });

  it('names the request of what nobody foresaw', () => {
    expect(drawn({ error: refused('internal', 500) })).toContain('r-1');
    expect(drawn({ error: new Error('oops') })).toContain('Máy chủ gặp trục trặc');
  });

  it('is a heading of the first level where the page is about it', () => {
    expect(drawn({ error: refused('unavailable', 503) }, { page: true })).toContain('<h1');
  });

  it('keeps an old answer when asking again fails, and says that it may be old', () => {
    const page = drawn({ data, error: refused('unavailable', 503) });
    expect(page).toMatch(/Chưa tải được bản mới nhất\..*Thử lại.*<ul>An, Bình<\/ul>$/);
    expect(page).not.toContain('<main>');
    expect(drawn({ data, error: refused('unavailable', 503) }, { quiet: true })).toBe(LIST);
  });

  it('says below the first pages that the next one is missing', () => {
    const page = drawn({ data, error: refused('unavailable', 503), isFetchNextPageError: true });
    expect(page).toMatch(/^<ul>An, Bình<\/ul>.*Chưa tải được phần tiếp theo\..*Thử lại/);
  });

  it.each([
    ['auth.forbidden', 403, 'Bạn chưa có quyền xem nội dung này'],
    ['auth.forbidden', 403, 'Nếu cần xem'],
  ])('says of %s what it is, without a way to try again', (code, status, words) => {
    for (const known of [undefined, data]) {
      const page = drawn({ data: known, error: refused(code, status) });
      expect(page).toContain(words);
      expect(page).not.toContain('Thử lại');
      expect(page).not.toContain(LIST);
    }
  });

  it('takes a failure that is an ordinary answer for one', () => {
    const answers = { 'standings.hidden': ({ params }: ApiFailure) => <p>Mở lúc {params.at}</p> };
    const error = new ApiFailure({ code: 'standings.hidden', params: { at: '9:00' } });
    expect(drawn({ error }, { answers })).toBe('<main><p>Mở lúc 9:00</p></main>');
    expect(drawn({ data, error }, { answers })).toBe('<main><p>Mở lúc 9:00</p></main>');
  });
});

describe('a query that finds nothing', () => {
  it('waits until it is known that its reader is still signed in', () => {
    const page = drawn({ error: refused('not_found', 404) });
    expect(page).toContain('aria-busy="true"');
    expect(page).not.toContain('Không tìm thấy');
    expect(drawn({ error: refused('auth.required', 401) })).toContain('aria-busy="true"');
  });

  it('shows nobody the way in', () => {
    const error = refused('not_found', 404);
    expect(drawn({ error }, { entrance: <p>Vào bằng tên</p> }, null)).toBe(
      '<main><p>Vào bằng tên</p></main>',
    );
    expect(drawn({ error }, {}, null)).toContain('Không tìm thấy nội dung này');
  });

  it('keeps content while a session that seems to have ended is asked for', () => {
    expect(drawn({ data, error: refused('auth.required', 401) })).toBe(LIST);
  });
});

describe('without a network', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('keeps what was loaded, and says of the rest that there is no connection', () => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}')));
    connection.lost();
    expect(drawn({ data, error: networkFailure() })).toBe(LIST);
    for (const query of [{}, { error: networkFailure(), isFetching: false }]) {
      const page = drawn(query);
      expect(page).toContain('Chưa kết nối được máy chủ');
      expect(page).toContain('Thử lại');
      expect(page).not.toContain('Chưa tải được danh sách');
    }
  });
});
