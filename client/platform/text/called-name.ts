/** What somebody is called: the last two words of three or more, else the last: “Trần Thu Hà” is “Thu Hà”. */
export function calledName(fullName: string): string {
  const words = fullName.trim().split(/\s+/);
  return words.slice(words.length > 2 ? -2 : -1).join(' ');
}
