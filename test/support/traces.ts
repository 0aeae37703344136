import { createHash } from 'node:crypto';

/** What gives somebody away: ids, names, codes, tokens, each in every form in which a system might keep it. */
export class Traces {
  private readonly forms: [label: string, form: string][];

  constructor(
    readonly whose: string,
    marks: Record<string, string>,
  ) {
    this.forms = Object.entries(marks).flatMap(([label, mark]) =>
      formsOf(mark).map((form): [string, string] => [label, form]),
    );
  }

  /** Which marks a text holds. */
  in(text: string): string[] {
    const lower = text.toLowerCase();
    const found = this.forms.filter(([, form]) => text.includes(form) || lower.includes(form.toLowerCase()));
    return [...new Set(found.map(([label]) => label))];
  }
}

function formsOf(mark: string): string[] {
  const bytes = Buffer.from(mark);
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(mark);
  const hash = createHash('sha256').update(mark).digest();
  return [
    mark,
    encodeURIComponent(mark),
    bytes.toString('hex'),
    // Without the last group, which depends on what follows.
    bytes.toString('base64').replace(/.{0,3}=*$/, ''),
    bytes.toString('base64url').replace(/.{0,3}$/, ''),
    hash.toString('hex'),
    hash.toString('base64'),
    hash.toString('base64url'),
    ...(isId ? [mark.replaceAll('-', '')] : []),
    // As JSON inside of JSON writes letters with marks.
    mark.replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
  ];
}
