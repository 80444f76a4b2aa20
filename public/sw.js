// Keeps one whole release of one page for use without a network.
//
// The build puts `const release = { id, pages: { public: { page, files }, workspace: …, sample: … } }` before this line: every file with
// its hash. A release is installed whole or not at all, and a page is answered from one release only.

/* global release */

const asked = new URL(self.location.href).searchParams.get("page");
const name = Object.hasOwn(release.pages, asked) ? asked : "public";
const { page, files } = release.pages[name];
const base = new URL("./", self.location.href);
const addressOf = (file) => new URL(file, base).href;
const PREFIX = `evenhand-${name}-`;
const CACHE = `${PREFIX}${release.id}`;
// What the service itself edits; outside every release, so that a new telephone number needs none.
const SERVICE_CACHE = `evenhand-service-${name}`;
const SERVICE = addressOf("service.json");
const installed = new Set(Object.keys(files).map(addressOf));

async function install() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(Object.entries(files).map(async ([file, integrity]) => {
      const address = addressOf(file);
      const answer = await fetch(address, { integrity, cache: "no-cache", credentials: "same-origin" });
      if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
      // Some hosts redirect page.html to page; a redirected answer may not be given to a navigation, so it is wrapped anew.
      const headers = new Headers(answer.headers);
      headers.delete("content-encoding");
      headers.delete("content-length");
      await cache.put(address, new Response(await answer.blob(), { status: 200, headers }));
    }));
  } catch (fault) {
    await caches.delete(CACHE);
    throw fault;
  }
}

async function removeOlder() {
  const names = await caches.keys();
  const older = names.filter((each) => each.startsWith(PREFIX) && each !== CACHE);
  await Promise.all(older.map((each) => caches.delete(each)));
}

async function fromRelease(request, address) {
  const cache = await caches.open(CACHE);
  return (await cache.match(address)) ?? fetch(request);
}

// The log-in page of a public network answers everything with 200 and HTML, and a host may be out of order: only what reads as JSON is
// taken and kept. For anything else the last copy stands, and only without one does the page get to see the fault.
async function service(request) {
  const cache = await caches.open(SERVICE_CACHE);
  let answer;
  try {
    answer = await fetch(request);
    if (answer.ok) {
      JSON.parse(await answer.clone().text());
      // A device without room still gets what is new.
      await cache.put(SERVICE, answer.clone()).catch(() => {});
      return answer;
    }
  } catch {
    // No network, or no JSON.
  }
  return (await cache.match(SERVICE)) ?? answer ?? Response.error();
}

// Whether a navigation asks for this page: by its file, without its ending as some hosts do it, or, for the public page, by the folder.
function asksForPage(url) {
  const path = url.origin + url.pathname;
  const ways = [addressOf(page), addressOf(page.replace(/\.html$/, ""))];
  if (name === "public") ways.push(base.href);
  return ways.includes(path);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(removeOlder()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== base.origin) return;
  const plain = url.origin + url.pathname;
  if (request.mode === "navigate" && asksForPage(url)) event.respondWith(fromRelease(request, addressOf(page)));
  else if (plain === SERVICE) event.respondWith(service(request));
  else if (installed.has(plain)) event.respondWith(fromRelease(request, plain));
});

// A page that is told of a new release may ask for it. While another window is open it waits, so that no window mixes two releases.
self.addEventListener("message", async (event) => {
  if (event.data?.type !== "activate") return;
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  // The other pages lie below the public page's scope, and each has a release of its own.
  const others = Object.keys(release.pages).filter((other) => other !== "public");
  const isOther = (each) => name === "public" && others.some((other) => each.url.startsWith(addressOf(other)));
  const ours = windows.filter((each) => each.url.startsWith(self.registration.scope) && !isOther(each));
  if (ours.length > 1) event.source?.postMessage({ type: "others-open" });
  else await self.skipWaiting();
});
