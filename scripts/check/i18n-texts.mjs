const pluralForm = /_(zero|one|two|few|many|other)$/;

/**
 * Texts of one language file by key path. Plural forms are one text under their common key, because languages
 * differ in how many forms they have; `variables` are the sorted names between {{ and }} over all of them.
 * @typedef {Map<string, { forms: string[], empty: boolean, variables: string }>} Texts
 * @param {string} json
 * @returns {Texts}
 */
export function readTexts(json) {
  const flat = new Map(flatten(JSON.parse(json), ''));
  /** @type {Texts} */
  const texts = new Map();
  for (const [path, value] of flat) {
    const base = path.replace(pluralForm, '');
    const key = base !== path && flat.has(`${base}_other`) ? base : path;
    const forms = [...(texts.get(key)?.forms ?? []), String(value)];
    texts.set(key, { forms, empty: forms.some((form) => form.trim() === ''), variables: variablesOf(forms) });
  }
  return texts;
}

/** @param {unknown} value @param {string} path @returns {[string, unknown][]} */
function flatten(value, path) {
  if (value === null || typeof value !== 'object') return [[path, value ?? '']];
  return Object.entries(value).flatMap(([name, inner]) => flatten(inner, path ? `${path}.${name}` : name));
}

/** @param {string[]} forms */
function variablesOf(forms) {
  const names = forms.flatMap((form) => [...form.matchAll(/\{\{-?\s*([\w.]+)/g)].map((match) => match[1]));
  // A form such as "một câu" may leave the count out.
  return [...new Set(names)]
    .filter((name) => name !== 'count')
    .sort()
    .join(', ');
}
