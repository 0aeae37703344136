import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { BoundedMap } from '../../platform/bounded-map.js';
import { authorTag } from './author-key.rules.js';

const MAX_NOTES = 100_000;
/** A node brings one of its own, which goes on when the node is gone: what it wrote is under it. */
const MAX_SECRETS = 64;

/** That somebody asked an anonymous question: `tag` by question and person, `person` by session and person. */
export const askerNote = z.object({
  inquiryId: z.uuid(),
  secretId: z.uuid(),
  tag: z.string(),
  person: z.string(),
  atMs: z.number(),
});
export type AskerNote = z.infer<typeof askerNote>;

/** Notes of who asked, which say nothing to whoever has not their secret. Taking one twice changes nothing. */
export class AskerNotes {
  readonly own = { id: randomUUID(), secret: randomBytes(32).toString('base64url') };
  private readonly secrets = new BoundedMap<string, string>(MAX_SECRETS);
  private readonly notes = new BoundedMap<string, AskerNote>(MAX_NOTES);
  private readonly byPerson = new BoundedMap<string, Map<string, number>>(MAX_NOTES);

  constructor() {
    this.secrets.set(this.own.id, this.own.secret);
  }

  write(asked: { sessionId: string; inquiryId: string; participantId: string; at: Date }): AskerNote {
    const { id: secretId, secret } = this.own;
    const note = {
      inquiryId: asked.inquiryId,
      secretId,
      tag: authorTag(secret, asked.inquiryId, asked.participantId),
      person: authorTag(secret, asked.sessionId, asked.participantId),
      atMs: asked.at.getTime(),
    };
    this.take(note);
    return note;
  }

  take(note: AskerNote): void {
    this.notes.set(note.inquiryId, note);
    const asked = this.byPerson.get(note.person) ?? new Map<string, number>();
    asked.set(note.inquiryId, note.atMs);
    this.byPerson.set(note.person, asked);
  }

  secretOf(id: string): string | undefined {
    return this.secrets.get(id);
  }

  takeSecret(id: string, secret: string): void {
    this.secrets.set(id, secret);
    // However many come by, one's own stays.
    this.secrets.set(this.own.id, this.own.secret);
  }

  isAuthor(inquiryId: string, participantId: string): boolean {
    const note = this.notes.get(inquiryId);
    const secret = note && this.secrets.get(note.secretId);
    return secret !== undefined && authorTag(secret, inquiryId, participantId) === note?.tag;
  }

  askedBy(sessionId: string, participantId: string): { count: number; latestAt: Date | null } {
    const times = [...this.secrets.values()].flatMap((secret) => [
      ...(this.byPerson.get(authorTag(secret, sessionId, participantId))?.values() ?? []),
    ]);
    return { count: times.length, latestAt: times.length > 0 ? new Date(Math.max(...times)) : null };
  }

  /** All of it, to be handed to a node that has just come. */
  all(): { secrets: [id: string, secret: string][]; notes: AskerNote[] } {
    return { secrets: [...this.secrets.entries()], notes: [...this.notes.values()] };
  }
}
