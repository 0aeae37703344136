/** The password somebody has just signed in with, for telling them that their own is to be another. */
let typed: string | null = null;

export function rememberTyped(password: string | null): void {
  typed = password;
}

export const typedPassword = (): string | null => typed;
