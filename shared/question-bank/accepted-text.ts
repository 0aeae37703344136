/** What stands between the wildcards of an accepted text, with `\*` as the star it means. */
export function wildcardParts(accepted: string): string[] {
  return accepted.split(/(?<!\\)\*/).map((part) => part.replaceAll('\\*', '*'));
}

/** An accepted text as those read it who know nothing of wildcards: "Hồ*Minh" leaves something out. */
export function shownAccepted(accepted: string): string {
  return wildcardParts(accepted).join('…');
}
