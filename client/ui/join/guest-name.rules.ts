/** The contract's limits; a test keeps both the same. */
export const MIN_NAME = 2;
export const MAX_NAME = 60;

export type NameTrouble = 'nameShort' | 'nameLong';

export function nameTrouble(name: string): NameTrouble | null {
  const { length } = name.trim();
  if (length < MIN_NAME) return 'nameShort';
  return length > MAX_NAME ? 'nameLong' : null;
}
