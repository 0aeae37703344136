import { describe, expect, it } from 'vitest';
import { boxOf, keyOfSecret } from './asker-cipher.js';
import { AskerNotes } from './asker-notes.js';

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [SESSION, PERSON, OTHER] = [id(1), id(2), id(3)];

const asked = (number: number, atMs = number) => ({
  sessionId: SESSION,
  inquiryId: id(number),
  participantId: PERSON,
  at: new Date(atMs),
});

describe('notes of anonymous askers', () => {
  it('know the author and how much a person asked, also where another node wrote them, and however often', () => {
    const [here, there] = [new AskerNotes(), new AskerNotes()];
    here.takeSecret(there.own.id, there.own.secret);
    here.write(asked(10, 1_000));
    const elsewhere = there.write(asked(11, 2_000));
    here.take(elsewhere);
    here.take(elsewhere);
    expect(here.askedBy(SESSION, PERSON)).toEqual({ count: 2, latestAt: new Date(2_000) });
    expect([id(10), id(11)].map((inquiry) => here.isAuthor(inquiry, PERSON))).toEqual([true, true]);
    expect(here.isAuthor(id(11), OTHER)).toBe(false);
    expect(here.askedBy(SESSION, OTHER)).toEqual({ count: 0, latestAt: null });
  });

  it('say nothing without their secret, and name nobody', () => {
    const [here, there] = [new AskerNotes(), new AskerNotes()];
    const note = there.write(asked(10));
    here.take(note);
    expect(here.isAuthor(id(10), PERSON)).toBe(false);
    expect(JSON.stringify(note)).not.toContain(PERSON);
    expect(JSON.stringify(note)).not.toContain(SESSION);
  });

  it('fit in a box of twenty into a word between nodes', () => {
    const notes = new AskerNotes();
    const some = Array.from({ length: 20 }, (_, number) =>
      notes.write(asked(number + 10, 1_900_000_000_000)),
    );
    const box = boxOf(keyOfSecret('bí mật'), { secrets: [], notes: some });
    expect(box.length).toBeLessThan(7_700);
  });
});
