/** Where somebody comes in by a slip. Behind the `#` the code is seen by no server and stands in no log. */
export const slipLinkOf = (code: string): string => `${location.origin}/vao#${code.replaceAll('-', '')}`;

/** The same as people type it. */
export const slipAddress = (): string => `${location.host}/vao`;
