import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RealtimeHub, viewerOfSocket } from '../../../../server/platform/realtime/hub.service.js';
import type { Viewer } from '../../../../shared/kernel/viewer.js';
import { TestApp } from '../../../support/app.js';
import type { Agent } from '../../../support/world.js';
import { populate, type People } from '../people.js';

let world: TestApp;
let people: People;
const open: Socket[] = [];
beforeAll(async () => {
  world = await TestApp.start();
  people = await populate(world);
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});
afterAll(() => world.stop());

async function connect({ cookie }: Agent): Promise<Socket> {
  const socket = io(world.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie },
  });
  open.push(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}

/** Whom the server takes a member's sockets for. */
function viewersOf({ memberId }: Agent): Viewer[] {
  const sockets = [...world.app.get(RealtimeHub).namespace('/').sockets.values()];
  return sockets
    .map(viewerOfSocket)
    .filter((viewer) => viewer !== null && viewer.memberId === memberId) as Viewer[];
}

describe('a socket that stays open', () => {
  it('has the roles of its member as they are now', async () => {
    const member = await world.member({ unitId: people.units.south });
    await connect(member);
    expect(viewersOf(member).map(({ grants }) => grants)).toEqual([[]]);
    const roles = [{ role: 'moderator', unitId: null }];
    await people.admin.put(`/api/members/${member.memberId}/roles`, { roles });
    await expect.poll(() => viewersOf(member).map(({ grants }) => grants)).toEqual([roles]);
  });

  it('has the unit path of its member as it is now, also after a unit above was moved', async () => {
    const unit = await world.unit({ name: 'Tổ lưu động', parentId: people.units.south });
    const member = await world.member({ unitId: unit });
    await connect(member);
    await people.admin.put(`/api/units/${unit}`, {
      name: 'Tổ lưu động',
      parentId: people.units.north,
      headCount: 3,
    });
    const path = [people.units.office, people.units.north, unit];
    await expect.poll(() => viewersOf(member).map(({ unitPath }) => unitPath)).toEqual([path]);
  });

  it('is closed when its member leaves, and nobody else’s is', async () => {
    const leaver = await world.member({ unitId: people.units.south });
    const stayer = await world.member({ unitId: people.units.south });
    const closing = await connect(leaver);
    const staying = await connect(stayer);
    const closed = new Promise<void>((resolve) => closing.once('disconnect', () => resolve()));
    await people.admin.put(`/api/members/${leaver.memberId}/departure`);
    await closed;
    expect(viewersOf(leaver)).toEqual([]);
    expect(staying.connected).toBe(true);
  });
});
