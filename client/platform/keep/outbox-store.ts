import { createStore, del, entries, set } from 'idb-keyval';

/** Where an outbox keeps its items; `medium` tells what survives: only `memory` is lost with the page. */
export type OutboxStore = {
  readonly medium: 'indexeddb' | 'local' | 'memory';
  all: () => Promise<[string, unknown][]>;
  put: (key: string, item: unknown) => Promise<void>;
  remove: (key: string) => Promise<void>;
};

/** The best place this browser grants: IndexedDB, then localStorage, then memory. */
export async function openOutboxStore(name: string): Promise<OutboxStore> {
  for (const open of [openIndexedDb, openLocal]) {
    try {
      const store = open(name);
      // Private windows and full disks fail only when something is written.
      await store.put('probe', 1);
      await store.remove('probe');
      return store;
    } catch {
      continue;
    }
  }
  return openMemory();
}

function openIndexedDb(name: string): OutboxStore {
  const store = createStore(`hai-dang.${name}`, 'items');
  return {
    medium: 'indexeddb',
    all: () => entries<string, unknown>(store),
    put: (key, item) => set(key, item, store),
    remove: (key) => del(key, store),
  };
}

function openLocal(name: string): OutboxStore {
  const prefix = `hai-dang.${name}.`;
  return {
    medium: 'local',
    all: async () =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith(prefix))
        .map((key): [string, unknown] => [
          key.slice(prefix.length),
          JSON.parse(localStorage.getItem(key) ?? 'null'),
        ]),
    put: async (key, item) => localStorage.setItem(prefix + key, JSON.stringify(item)),
    remove: async (key) => localStorage.removeItem(prefix + key),
  };
}

export function openMemory(): OutboxStore {
  const items = new Map<string, unknown>();
  return {
    medium: 'memory',
    all: async () => [...items],
    put: async (key, item) => void items.set(key, item),
    remove: async (key) => void items.delete(key),
  };
}
