import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { use, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { AskedReceipt, AuthorKey, OwnInquiries } from '../../../../shared/qna/inquiry.schema.js';
import type { ParticipantId } from '../../../../shared/qna/session.schema.js';
import { ApiFailure } from '../../../platform/api/api-failure.js';
import { connection } from '../../../platform/api/connection.js';
import { ask, qnaKeys, useOwnInquiries } from '../../room/qna.api.js';
import { QuestionDevice } from '../device/question-device.js';

/** After this long without an answer the writer goes on; the device keeps sending. */
const WAITED_MS = 5_000;
/** What another page put into the queue and has not sent by then is sent from here: it may be gone. */
const LEFT_TO_OTHERS_MS = 10_000;

/** The session's rules are told to the writer at once; a sign-in or a server that is mended needs nothing of them. */
const TOLD = [403, 404, 409, 429];

/** What became of a question right after it was sent. */
export type Fate = { kind: 'sent' } | { kind: 'kept' } | { kind: 'refused'; failure: ApiFailure };

const devices = new Map<string, Promise<QuestionDevice>>();

/** The device's record outlives the page, so that leaving it does not stop what is being sent. */
function deviceOf(sessionId: string, personId: ParticipantId): Promise<QuestionDevice> {
  const name = `${sessionId} ${personId}`;
  const known = devices.get(name) ?? QuestionDevice.open({ sessionId, personId });
  devices.set(name, known);
  return known;
}

/** One's own questions: those the server knows and those still on this device. */
export function useOwnQuestions(
  { sessionId, personId }: { sessionId: string; personId: ParticipantId },
  onReceipt: (receipt: AskedReceipt) => void,
) {
  const queryClient = useQueryClient();
  const device = use(deviceOf(sessionId, personId));
  const keys = useSyncExternalStore(device.subscribe, device.keys);
  const queued = useSyncExternalStore(device.outbox.subscribe, device.outbox.pending);
  const query = useOwnInquiries(sessionId, device.keys);
  const heard = useSyncExternalStore(device.subscribe, device.heard);
  const sender = useMemo(
    () => senderOf({ device, sessionId, queryClient, onReceipt }),
    [device, sessionId, queryClient, onReceipt],
  );
  useEffect(() => {
    // What an earlier visit left behind, or what waited for its writer to sign in.
    device.outbox.retryNow();
    sender.send();
    return connection.subscribe(() => {
      if (connection.state() !== 'back') return;
      device.outbox.retryNow();
      sender.send();
    });
  }, [device, sender]);
  useEffect(() => {
    if (heard === 0) return;
    void queryClient.invalidateQueries({ queryKey: qnaKeys.own(sessionId) });
    const timer = setTimeout(sender.send, LEFT_TO_OTHERS_MS);
    return () => clearTimeout(timer);
  }, [heard, queryClient, sender, sessionId]);
  // The server has a question a moment before the queue has let go of it.
  const pending = queued.filter(({ value }) => !query.data?.items.some(({ key }) => key === value.key));
  return { device, keys, pending, query, ...sender };
}

export type OwnQuestions = ReturnType<typeof useOwnQuestions>;

type Sending = {
  device: QuestionDevice;
  sessionId: string;
  queryClient: QueryClient;
  onReceipt: (receipt: AskedReceipt) => void;
};

function senderOf({ device, sessionId, queryClient, onReceipt }: Sending) {
  const send = () =>
    void device.send(async (question) => {
      const receipt = await ask(sessionId, question);
      const queryKey = qnaKeys.own(sessionId);
      if (queryClient.getQueryData(queryKey) === undefined) void queryClient.invalidateQueries({ queryKey });
      queryClient.setQueryData<OwnInquiries>(
        queryKey,
        (own) => own && withReceipt(own, receipt, question.key),
      );
      onReceipt(receipt);
    });
  return {
    send,
    async ask(text: string, anonymous: boolean): Promise<Fate> {
      const key = await device.put(text, anonymous);
      send();
      const fate = await fateOf(device, key);
      // Refused under the writer's eyes: the text goes back to the field, the queue need not hold it.
      if (fate.kind === 'refused') {
        device.keepDraft(text);
        await device.forget(key);
      }
      return fate;
    },
    async again(key: AuthorKey): Promise<void> {
      await device.again(key);
      send();
    },
  };
}

function withReceipt(own: OwnInquiries, receipt: AskedReceipt, key: AuthorKey): OwnInquiries {
  const others = own.items.filter((item) => item.id !== receipt.inquiry.id);
  return {
    ...own,
    items: [{ ...receipt.inquiry, key }, ...others],
    askAgainAt: receipt.askAgainAt,
    left: receipt.left,
  };
}

function fateOf(device: QuestionDevice, key: AuthorKey): Promise<Fate> {
  return new Promise((resolve) => {
    const stops: (() => void)[] = [];
    const settle = (fate: Fate) => {
      for (const stop of stops) stop();
      resolve(fate);
    };
    const look = () => {
      const entry = device.outbox.pending().find((pending) => pending.value.key === key);
      if (!entry) settle({ kind: 'sent' });
      else if (entry.refusal)
        settle(
          entry.waiting && !TOLD.includes(entry.refusal.status)
            ? { kind: 'kept' }
            : { kind: 'refused', failure: entry.refusal },
        );
      else if (connection.state() === 'offline') settle({ kind: 'kept' });
    };
    const timer = setTimeout(() => settle({ kind: 'kept' }), WAITED_MS);
    stops.push(device.outbox.subscribe(look), connection.subscribe(look), () => clearTimeout(timer));
    look();
  });
}
