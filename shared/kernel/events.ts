import type { z } from 'zod';

/** One client → server socket event: what it takes and what its acknowledgement carries. */
export type ClientEvent = { in: z.ZodType; out: z.ZodType };

/** One server → client event. Broadcasts to a room also carry that room's `seq`. */
export type ServerEvent = z.ZodType;

/** The socket contract of a feature: its namespace and both directions by event name. */
export type SocketContract = {
  namespace: `/${string}`;
  client: Record<string, ClientEvent>;
  server: Record<string, ServerEvent>;
};
