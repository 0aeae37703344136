export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Of what is written once for everybody, such as the name that a new round starts with. */
export const OWN_LANGUAGE: Language = 'vi';

export type TextTree = { readonly [name: string]: string | TextTree };

type Paths<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends string ? Name : `${Name}.${Paths<Tree[Name]>}`;
}[keyof Tree & string];
/** Plural forms are one text, under the name they have in common. */
type Common<Path> = Path extends `${infer Base}_other`
  ? Base
  : Path extends `${string}_${'zero' | 'one' | 'two' | 'few' | 'many'}`
    ? never
    : Path;
export type TextKey<Tree> = Common<Paths<Tree>>;

/** What stands for `{{name}}`; `count` also chooses the plural form. Nothing is escaped: this is plain text. */
export type TextValues = Readonly<Record<string, string | number>>;
export type Translate<Key extends string> = (key: Key, values?: TextValues) => string;
export type Texts<Key extends string> = Readonly<Record<Language, Translate<Key>>>;

type Forms = ReadonlyMap<string, string>;

const PLURAL = /_(zero|one|two|few|many|other)$/;
const VARIABLE = /\{\{(\w+)\}\}/g;

/**
 * What the server writes for people, in the form of the client's texts: `vi.json` and `en.json` of a room. Fails at the
 * start, with all that is wrong, where the languages do not say the same.
 */
export function textsOf<Tree extends TextTree>(
  room: string,
  trees: Readonly<{ vi: Tree; en: TextTree }>,
): Texts<TextKey<Tree>> {
  const [vi, en] = [new Map(formsOf(trees.vi, '')), new Map(formsOf(trees.en, ''))] as const;
  const problems = problemsOf(vi, en);
  if (problems.length > 0) throw new Error(`The texts of ${room} are not usable: ${problems.join('; ')}`);
  return { vi: translating('vi', vi), en: translating('en', en) };
}

function formsOf(tree: TextTree, path: string): [path: string, text: string][] {
  return Object.entries(tree).flatMap(([name, inner]) =>
    typeof inner === 'string'
      ? [[`${path}${name}`, inner] as [string, string]]
      : formsOf(inner, `${path}${name}.`),
  );
}

function problemsOf(vi: Forms, en: Forms): string[] {
  const [own, other] = [variablesByKey(vi), variablesByKey(en)];
  return [...new Set([...own.keys(), ...other.keys()])].flatMap((key) => {
    const [one, two] = [own.get(key), other.get(key)];
    if (one === undefined || two === undefined) return [`${one === undefined ? 'vi' : 'en'} lacks ${key}`];
    const differ = one === two ? [] : [`${key} has {${one}} in vi and {${two}} in en`];
    return [vi, en].some((forms) => isEmpty(forms, key)) ? [`${key} is empty`, ...differ] : differ;
  });
}

/** Of each text, whatever its number of forms. One form may leave the count out: "a question". */
function variablesByKey(forms: Forms): Map<string, string> {
  const found = new Map<string, Set<string>>();
  for (const [path, text] of forms) {
    const key = keyOf(path, forms);
    const names = found.get(key) ?? new Set();
    for (const [, name = ''] of text.matchAll(VARIABLE)) if (name !== 'count') names.add(name);
    found.set(key, names);
  }
  return new Map([...found].map(([key, names]) => [key, [...names].toSorted().join(', ')]));
}

function keyOf(path: string, forms: Forms): string {
  const base = path.replace(PLURAL, '');
  return forms.has(`${base}_other`) ? base : path;
}

const isEmpty = (forms: Forms, key: string): boolean =>
  [...forms].some(([path, text]) => keyOf(path, forms) === key && text.trim() === '');

function translating(language: Language, forms: Forms): Translate<string> {
  const plurals = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const { count } = values;
    const plural = typeof count === 'number' ? forms.get(`${key}_${plurals.select(count)}`) : undefined;
    const text = plural ?? forms.get(key) ?? forms.get(`${key}_other`);
    if (text === undefined) throw new Error(`no text ${key}`);
    return text.replace(VARIABLE, (_whole, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`the text ${key} lacks ${name}`);
      return String(value);
    });
  };
}
