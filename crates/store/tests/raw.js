// IndexedDB with nothing of ours around it: what tests use to do harm, and to look at the bytes as the browser holds them.

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });

// Fails when an open store does not let go at once.
export const deleteDatabase = (name) => settled(indexedDB.deleteDatabase(name));

// A connection that handles no event, as an old release or another program would have.
export function openRaw(name, version, tables) {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => tables.split("").forEach((table) => request.result.createObjectStore(table));
  return settled(request);
}

export const putRaw = (database, table, key, value) =>
  settled(database.transaction(table, "readwrite").objectStore(table).put(value, key));

export const getRaw = (database, table, key) => settled(database.transaction(table).objectStore(table).get(key));

export const closeRaw = (database) => database.close();
