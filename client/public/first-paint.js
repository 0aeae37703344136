// Runs before the first paint, as its own file because the content security policy allows no inline script:
// without it a reader who chose the dark scheme would see a white flash, and one of English be read to in Vietnamese.
// It also sends for what the page will need, which its scripts would come to ask for one after the other.
(function () {
  var root = document.documentElement;
  var stored = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var scheme = stored('hai-dang.scheme');
  var dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  // The rule of platform/language.ts.
  var wanted = [stored('hai-dang.language') || ''].concat(navigator.languages || []);
  for (var at = 0; at < wanted.length; at += 1) {
    var language = wanted[at].toLowerCase().split('-')[0];
    if (language === 'vi' || language === 'en') {
      root.lang = language;
      break;
    }
  }

  // The schema library would try whether it may write code, which the content security policy refuses and reports.
  globalThis.__zod_globalConfig = { jitless: true };

  var list = document.getElementById('first-pages');
  var pages = list ? JSON.parse(list.textContent) : [];
  var id;
  var page = pages.find(function (one) {
    var found = new RegExp('^' + one.path.replace(':id', '([\\da-f-]{36})') + '/?$').exec(location.pathname);
    id = found && found[1];
    return found;
  });

  /** Answers that client/platform/api takes once, by their address, with the moment they were asked for. */
  globalThis.haiDangBegun = {};
  var ask = function (path) {
    var headers = { accept: 'application/json', 'x-requested-with': 'hai-dang' };
    var answer = fetch(path, {
      credentials: 'same-origin',
      headers: headers,
      signal: AbortSignal.timeout(20000),
    });
    answer.catch(function () {});
    globalThis.haiDangBegun[path] = { at: performance.now(), answer: answer };
    return answer;
  };
  if (!list) return;
  var session = ask('/api/session');
  if (!page) return;
  page.files.concat(page[root.lang] || []).forEach(function (file) {
    var link = document.createElement('link');
    link.rel = /css$/.test(file) ? 'preload' : 'modulepreload';
    if (link.rel === 'preload') link.as = 'style';
    link.href = '/assets/' + file;
    document.head.append(link);
  });
  // Only for who is signed in: to others these would be refused.
  session
    .then(function (answer) {
      return answer.clone().json();
    })
    .then(function (known) {
      // With the page drawn, its own scripts have asked already.
      if (!known.member || document.getElementById('root').firstChild) return;
      page.asks.forEach(function (path) {
        ask(path.replace(':id', id));
      });
    })
    .catch(function () {});
})();
