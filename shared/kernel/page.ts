import { z } from 'zod';

export const MAX_PAGE_SIZE = 100;

/** Room for a place that holds the longest name there may be. */
const MAX_CURSOR = 1_000;

/** Query of every list: an opaque cursor from `next` and a size of at most MAX_PAGE_SIZE. */
export const pageQuery = z.object({
  cursor: z.string().max(MAX_CURSOR).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(50),
});
export type PageQuery = z.infer<typeof pageQuery>;

/** Response of every list: `next` is the cursor of the following page, null on the last. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
export type Page<Item> = { items: Item[]; next: string | null };
