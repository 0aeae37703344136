import { expect } from 'vitest';
import { qnaSocket } from '../../shared/qna/qna.events.js';
import { inquiryPage } from '../../shared/qna/inquiry.schema.js';
import type { QnaSessionId } from '../../shared/qna/session.schema.js';
import { Device } from '../support/socket.js';
import type { Agent } from '../support/world.js';

export type QnaDevice = Device<typeof qnaSocket>;
type Node = { url: string };
type Watched = { event: 'session.watch' | 'desk.watch' | 'projector.watch'; id: QnaSessionId };

/** Devices at whichever node, until they are let go. */
export class RoomDevices {
  private readonly open: QnaDevice[] = [];

  async connect(node: Node, who: Agent): Promise<QnaDevice> {
    const device = await Device.connect(node, who, qnaSocket);
    this.open.push(device);
    return device;
  }

  async watching(node: Node, who: Agent, { event, id }: Watched): Promise<QnaDevice> {
    const device = await this.connect(node, who);
    expect(await device.ask(event, { sessionId: id })).toMatchObject({ ok: true });
    return device;
  }

  letGo(): void {
    for (const device of this.open.splice(0)) device.close();
  }
}

/** A number left out: the device asks for the lists again. */
export const hasGap = ({ heard }: QnaDevice): boolean =>
  heard.some(({ seq }, index) => seq !== (heard[index - 1]?.seq ?? 0) + 1);

export const changedIn = (id: string) => (tick: { changed: readonly { id: string }[] }) =>
  tick.changed.some((one) => one.id === id);

/** Whatever it was told of it. */
export const heardOf = ({ heard }: QnaDevice, id: string): boolean => JSON.stringify(heard).includes(id);

export async function listOf(who: Agent, sessionId: string): Promise<{ id: string; votes: number }[]> {
  const { body } = await who.get(`/api/qna-sessions/${sessionId}/inquiries`).expect(200);
  return inquiryPage.parse(body).items.map(({ id, votes }) => ({ id, votes }));
}
