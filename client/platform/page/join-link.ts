/** Where people join, on the address this page was opened with: what is in the address bar works in the hall too. */
export const joinLinkOf = (code: string): string => `${location.origin}/q/${code}`;

/** The short address as people type it; it asks for the code. */
export const joinAddress = (): string => `${location.host}/q`;

/** An address that no other device can open, so a QR code of it leads nowhere. */
export const isOwnMachineOnly = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
