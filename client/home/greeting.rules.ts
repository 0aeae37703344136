export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening';

/** Hours as Vietnamese speakers divide them: noon is 11 to 13, evening begins at 18. */
export function partOfDay(hour: number): PartOfDay {
  if (hour >= 4 && hour < 11) return 'morning';
  if (hour >= 11 && hour < 13) return 'noon';
  return hour >= 13 && hour < 18 ? 'afternoon' : 'evening';
}
