// Runs before the first paint, as its own file because the content security policy allows no inline script:
// without it a reader who chose the dark scheme would see a white flash.
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
  if (stored('hai-dang.language') === 'en') root.lang = 'en';
})();
