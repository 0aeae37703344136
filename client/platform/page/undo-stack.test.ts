import { describe, expect, it } from 'vitest';
import { UndoStack } from './undo-stack.js';

const NO_NETWORK = new Error('no network');
const TOO_LATE = new Error('too late');

/** A server that takes steps back and writes down which it was asked for. */
function server(refusals: Partial<Record<string, Error>> = {}) {
  const asked: string[] = [];
  return {
    asked,
    refusals,
    ways: {
      takeBack: async (step: string) => {
        asked.push(step);
        const refusal = refusals[step];
        if (refusal) throw refusal;
        return `${step} undone`;
      },
      mayYet: (error: unknown) => error === NO_NETWORK,
    },
  };
}

const press = (stack: UndoStack<string>, ...steps: string[]) =>
  stack.press(
    async () => steps,
    (made) => made,
  );

async function undoLast(stack: UndoStack<string>, { ways }: ReturnType<typeof server>) {
  const last = await stack.last();
  return last && (await stack.undo(last, ways));
}

describe('the last presses', () => {
  it('are taken back one after the other, the newest first, each with all its steps', async () => {
    const stack = new UndoStack<string>();
    const there = server();
    await press(stack, 'one');
    await press(stack, 'two', 'three');
    expect((await undoLast(stack, there))?.answers).toEqual(['two undone', 'three undone']);
    expect(there.asked).toEqual(['three', 'two']);
    await undoLast(stack, there);
    expect(there.asked).toEqual(['three', 'two', 'one']);
    expect(await stack.last()).toBeUndefined();
  });

  it('are those that made something: a refused press and one that came to nothing are none', async () => {
    const stack = new UndoStack<string>();
    await press(stack, 'one');
    await press(stack);
    await expect(
      stack.press(
        () => Promise.reject(TOO_LATE),
        () => ['two'],
      ),
    ).rejects.toBe(TOO_LATE);
    expect(await stack.last()).toEqual(['one']);
  });

  it('are fifty at most', async () => {
    const stack = new UndoStack<string>();
    const there = server();
    for (let count = 1; count <= 51; count += 1) await press(stack, String(count));
    for (let count = 1; count <= 51; count += 1) await undoLast(stack, there);
    expect(there.asked).toHaveLength(50);
    expect(there.asked.at(-1)).toBe('2');
  });

  it('wait for what is under way', async () => {
    const stack = new UndoStack<string>();
    let arrive: (steps: string[]) => void = () => undefined;
    await press(stack, 'one');
    const slow = stack.press(
      () => new Promise<string[]>((resolve) => (arrive = resolve)),
      (made) => made,
    );
    const last = stack.last();
    arrive(['two']);
    await slow;
    expect(await last).toEqual(['two']);
  });

  it('go one after the other when each goes by the one before it', async () => {
    const stack = new UndoStack<string>();
    const there = server();
    await press(stack, 'one');
    await press(stack, 'two');
    await new Promise<void>((done) => {
      stack.inTurn(async () => void (await undoLast(stack, there)));
      stack.inTurn(async () => void (await undoLast(stack, there)));
      stack.inTurn(async () => done());
    });
    expect(there.asked).toEqual(['two', 'one']);
  });
});

describe('what could not be taken back', () => {
  it('is still the last press while it may be the next time', async () => {
    const stack = new UndoStack<string>();
    const there = server({ two: NO_NETWORK });
    await press(stack, 'one');
    await press(stack, 'two');
    expect((await undoLast(stack, there))?.failed).toEqual([{ step: 'two', error: NO_NETWORK }]);
    delete there.refusals.two;
    expect((await undoLast(stack, there))?.answers).toEqual(['two undone']);
    expect(await stack.last()).toEqual(['one']);
  });

  it('is forgotten when it never will be, so that the one before it comes next', async () => {
    const stack = new UndoStack<string>();
    const there = server({ two: TOO_LATE });
    await press(stack, 'one');
    await press(stack, 'two');
    expect((await undoLast(stack, there))?.failed).toEqual([{ step: 'two', error: TOO_LATE }]);
    expect(await stack.last()).toEqual(['one']);
  });

  it('keeps the steps before it of the same press from being tried, until it may be', async () => {
    const stack = new UndoStack<string>();
    const there = server({ two: NO_NETWORK });
    await press(stack, 'one', 'two', 'three');
    const undone = await undoLast(stack, there);
    expect(undone?.answers).toEqual(['three undone']);
    expect(undone?.failed.map(({ step }) => step)).toEqual(['one', 'two']);
    expect(there.asked).toEqual(['three', 'two']);
    delete there.refusals.two;
    await undoLast(stack, there);
    expect(there.asked).toEqual(['three', 'two', 'two', 'one']);
  });

  it('lets the steps before it be tried when it never will be', async () => {
    const stack = new UndoStack<string>();
    const there = server({ two: TOO_LATE });
    await press(stack, 'one', 'two');
    expect(await undoLast(stack, there)).toEqual({
      answers: ['one undone'],
      failed: [{ step: 'two', error: TOO_LATE }],
    });
    expect(await stack.last()).toBeUndefined();
  });
});

it('takes a step back once, whoever asks for it', async () => {
  const stack = new UndoStack<string>();
  const there = server();
  await press(stack, 'one');
  await Promise.all([stack.undo(['one'], there.ways), stack.undo(['one'], there.ways)]);
  await stack.undo(['one'], there.ways);
  expect(there.asked).toEqual(['one']);
});

it('says when something is under way and when there is something to take back', async () => {
  const stack = new UndoStack<string>();
  const there = server();
  const heard: unknown[] = [];
  const stop = stack.subscribe(() => heard.push(stack.read()));
  await press(stack, 'one');
  await undoLast(stack, there);
  stop();
  await press(stack, 'two');
  expect(heard).toEqual([
    { isBusy: true, canUndo: false },
    { isBusy: false, canUndo: true },
    { isBusy: true, canUndo: true },
    { isBusy: false, canUndo: false },
  ]);
  expect(stack.read()).toEqual({ isBusy: false, canUndo: true });
});
