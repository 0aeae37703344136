const GRADIENTS = [
  ['#2460A3', '#0B2545'],
  ['#0C7A69', '#073932'],
  ['#98376D', '#42172F'],
  ['#2D7F94', '#0F3A48'],
  ['#7B4FA0', '#37205A'],
  ['#6C7A3A', '#31391A'],
  ['#5E5AA8', '#2B2860'],
  ['#8A5A2B', '#43290F'],
] as const;

/** Initials of the last two words, as Vietnamese names are called: “Trần Thu Hà” is TH. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).slice(-2);
  return words
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase('vi');
}

/** The same id always gets the same colours (FNV-1a over its characters). */
export function gradientOf(id: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0;
  }
  const [from, to] = GRADIENTS[hash % GRADIENTS.length] ?? GRADIENTS[0];
  return `linear-gradient(145deg, ${from}, ${to})`;
}
