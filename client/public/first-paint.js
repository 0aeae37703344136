// Runs before the first paint, as its own file because the content security policy allows no inline script:
// without it a reader who chose the dark scheme would see a white flash, and one of English be read to in Vietnamese.
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
})();
