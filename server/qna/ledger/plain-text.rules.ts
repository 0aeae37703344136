/** Markdown for where it is only read: its words, without the marks for emphasis, headings, quotes and code; links with their address. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^ {0,3}(#{1,6}|>) +/gm, '')
    .replace(/^(\s*)[*+] +/gm, '$1- ')
    .replace(/!?\[([^\]\n]*)\]\(([^()\s]+)\)/g, '$1 ($2)')
    .replace(/(\*\*|__|~~|`)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replace(/(^|[\s(])[*_](?=\S)([^*_\n]*?\S)[*_](?=[\s.,;:!?)]|$)/gm, '$1$2')
    .trim();
}
