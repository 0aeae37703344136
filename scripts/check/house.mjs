import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsIn } from './imports.mjs';

const DRAWING = 'ARCHITECTURE.md';
const TREES = /^(shared|server|client)\//;

/**
 * What the drawing of the house in ARCHITECTURE.md says that the folders do not, and the reverse. A line of it names a
 * folder and the rooms inside: `server/qna: desk · audience → live → session`. Arrows part floors: a room may use the
 * floors to the right of its own and no other, so there are no circles. Files that stand in the folder itself put its
 * rooms together or serve all of them; only folders are drawn.
 * @param {string} root @param {string[]} paths relative to root
 * @returns {string[]}
 */
export function houseFindings(root, paths) {
  const modules = paths.filter((path) => TREES.test(path) && /\.tsx?$/.test(path));
  const drawn = readDrawing(readFileSync(join(root, DRAWING), 'utf8'));
  const built = roomsIn(modules);
  return [
    ...folderFindings(drawn, built),
    ...orderFindings(drawn, importsIn(root, modules)),
    ...testFindings(paths, built),
  ];
}

/**
 * The floor of each room, from the left, by the folder the rooms are in.
 * @typedef {Map<string, Map<string, number>>} House
 * @param {string} markdown @returns {House}
 */
function readDrawing(markdown) {
  const block = /^```house\n(.*?)^```$/ms.exec(markdown)?.[1] ?? '';
  return new Map(
    block
      .replaceAll(/\n +/g, ' ')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [folder, rooms] = line.split(/:\s+/, 2);
        const floors = (rooms ?? '').split('→').map((floor) => floor.split('·').map((room) => room.trim()));
        return [folder, new Map(floors.flatMap((floor, at) => floor.map((room) => [room, at])))];
      }),
  );
}

/** Folders with rooms inside, and their rooms. @param {string[]} modules @returns {Map<string, Set<string>>} */
function roomsIn(modules) {
  /** @type {Map<string, Set<string>>} */
  const rooms = new Map();
  for (const path of modules) {
    const folders = path.split('/').slice(0, -1);
    for (let depth = 1; depth < folders.length; depth += 1) {
      const outer = folders.slice(0, depth).join('/');
      rooms.set(outer, (rooms.get(outer) ?? new Set()).add(folders[depth]));
    }
  }
  return rooms;
}

/** @param {House} drawn @param {Map<string, Set<string>>} built */
function folderFindings(drawn, built) {
  const findings = [];
  for (const [folder, rooms] of built)
    for (const room of rooms)
      if (!drawn.get(folder)?.has(room)) findings.push(`${DRAWING}: room-missing: ${folder}/${room}`);
  for (const [folder, rooms] of drawn)
    for (const room of rooms.keys())
      if (!built.get(folder)?.has(room)) findings.push(`${DRAWING}: room-gone: ${folder}/${room}`);
  return findings;
}

/** @param {House} drawn @param {import('./imports.mjs').Import[]} imports */
function orderFindings(drawn, imports) {
  return imports.flatMap(({ from, to }) => {
    const [one, other] = [from.split('/'), to.split('/')];
    const depth = one.findIndex((part, at) => part !== other[at]);
    const rooms = drawn.get(one.slice(0, depth).join('/'));
    const [user, used] = [rooms?.get(one[depth]), rooms?.get(other[depth])];
    if (user === undefined || used === undefined || user < used) return [];
    return [`${from}: room-order: may not use ${to}, which the drawing has no arrow to`];
  });
}

/** Rooms of test/api that the server does not have. @param {string[]} paths @param {Map<string, Set<string>>} built */
function testFindings(paths, built) {
  const rooms = new Set(paths.map((path) => /^test\/api\/([^/]+\/[^/]+)\//.exec(path)?.[1] ?? ''));
  return [...rooms]
    .filter((room) => room !== '' && !built.get(`server/${room.split('/')[0]}`)?.has(room.split('/')[1]))
    .map((room) => `test/api/${room}: room-unknown: server/${room} does not exist`);
}
