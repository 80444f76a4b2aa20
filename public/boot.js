// Starts a page. It runs before any wasm, so it is plain, small and knows nothing of the app.
//
// 1. Wears the chosen theme and fills in what service.json says, so that a telephone number is there even if nothing else arrives.
// 2. Fetches the bindings and the wasm, each held to the hash that the build put into the page, and starts them.
// 3. Shows the page's own notice when that fails or takes longer than ten seconds.
// 4. Registers the service worker, which keeps this release for use without a network.
//
// On policy.html, which is whole without any app, it does the first of these alone.

const PATIENCE_MS = 10_000;
const ACCENTS = ["petrol", "plum", "moss", "clay"];

const start = document.querySelector("script[data-bindings][data-wasm]");
const page = document.querySelector("[data-page]")?.dataset.page
  ?? (new URL(start.dataset.wasm, document.baseURI).pathname.includes("/workspace-") ? "workspace" : "public");
// A page that is opened for the sample says nothing of the real service.
const isSample = location.search === "?sample";

// Under Trusted Types every string that becomes markup comes through here. Leptos makes elements from its own fixed templates;
// nothing that runs, loads or sends is among them, so anything of that kind is refused, wherever it came from.
const REFUSED = /<\s*(?:script|iframe|frame|object|embed|base|meta|link|style)\b|[\s/"']on[a-z]+\s*=|javascript:|srcdoc/i;

if (globalThis.trustedTypes) {
  const worker = new URL("./sw.js", document.baseURI).href;
  trustedTypes.createPolicy("default", {
    createHTML: (markup) => {
      if (REFUSED.test(markup)) throw new TypeError("markup refused");
      return markup;
    },
    createScriptURL: (address) => {
      const asked = new URL(address, document.baseURI);
      if (asked.origin + asked.pathname !== worker) throw new TypeError("script refused");
      return address;
    },
  });
}

function reveal(selector, shown = true) {
  for (const element of document.querySelectorAll(selector)) element.hidden = !shown;
}

// A text by its dotted path; what is empty is as good as absent. The build reads service.json by the same rules.
function lookUp(service, path) {
  const found = path.split(".").reduce((at, part) => (at && Object.hasOwn(at, part) ? at[part] : undefined), service);
  if (typeof found === "string" && found.trim() !== "") return found;
  if (typeof found === "number") return String(found);
  if (!Array.isArray(found) || found.length === 0) return undefined;
  if (found.every((item) => typeof item === "string")) return found.join(", ");
  const isHours = (item) => typeof item?.days === "string" && typeof item?.open === "string";
  return found.every(isHours) ? found.map((item) => `${item.days} ${item.open}`).join("; ") : undefined;
}

// The words of every policy stand in policy.html; those of the service's own are shown, with its names and days in them.
function fillPolicy(service, name) {
  const all = [...document.querySelectorAll("[data-policy]")];
  if (all.some((each) => each.dataset.policy === service?.profile)) {
    for (const each of all) each.hidden = each.dataset.policy !== service.profile;
  }
  const funder = lookUp(service, "funder");
  const own = { service: name, funder, host: lookUp(service, "host") ?? funder };
  for (const element of document.querySelectorAll("[data-open]")) {
    // What the service calls its group and Chair, or else what this policy does.
    const { group, chair } = element.closest("[data-policy]").dataset;
    const names = { group: lookUp(service, "called.group") ?? group, chair: lookUp(service, "called.chair") ?? chair, ...own };
    const text = element.dataset.open.replace(/\{(\w+)\}/g, (open, which) => names[which] ?? open);
    if (!text.includes("{")) element.textContent = text.charAt(0).toUpperCase() + text.slice(1);
  }
  const dayOf = (path) => new Date(`${lookUp(service, path)}T12:00`);
  for (const element of document.querySelectorAll("[data-service-day]")) {
    const day = dayOf(element.dataset.serviceDay);
    if (!Number.isNaN(day.getTime())) {
      element.textContent = day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    }
  }
  const changed = Array.isArray(service?.changed_rules) ? service.changed_rules.filter((rule) => typeof rule === "string") : [];
  for (const list of document.querySelectorAll("[data-changed] ul")) {
    list.replaceChildren(...changed.map((rule) => Object.assign(document.createElement("li"), { textContent: rule })));
  }
  reveal("[data-changed]", changed.length > 0);
  reveal("[data-overdue]", dayOf("policy.next_review") < new Date().setHours(0, 0, 0, 0));
}

// Texts only, never markup: service.json is edited by hand and may hold anything.
function fillIn(service) {
  for (const element of document.querySelectorAll("[data-service]")) {
    const text = lookUp(service, element.dataset.service);
    if (text !== undefined && element.textContent !== text) element.textContent = text;
  }
  for (const element of document.querySelectorAll("a[data-service-href]")) {
    const [scheme, path] = element.dataset.serviceHref.split(/:(.*)/s);
    const value = lookUp(service, path);
    if (value === undefined) continue;
    if (scheme === "tel") element.setAttribute("href", `tel:${value.replace(/[^0-9+]/g, "")}`);
    if (scheme === "mailto") element.setAttribute("href", `mailto:${value.trim()}`);
  }
  const name = lookUp(service, "name");
  // The service's own picture, a file beside the page, stands for our mark and its name.
  for (const picture of document.querySelectorAll("img[data-service-src]")) {
    const file = lookUp(service, picture.dataset.serviceSrc);
    if (file === undefined) continue;
    picture.alt = name ?? "";
    if (picture.getAttribute("src") !== `./${file}`) picture.src = `./${file}`;
  }
  for (const element of document.querySelectorAll("[data-service-if]")) {
    element.hidden = lookUp(service, element.dataset.serviceIf) === undefined;
  }
  for (const element of document.querySelectorAll("[data-service-unless]")) {
    element.hidden = lookUp(service, element.dataset.serviceUnless) !== undefined;
  }
  const title = document.querySelector("title[data-service-title]");
  // Once the app runs, the title is the app's.
  if (name && title && !document.documentElement.dataset.booted) {
    const before = { workspace: "Workspace – ", policy: "How we stay fair – " }[page] ?? "";
    title.textContent = before + name;
  }
  if (page === "policy") fillPolicy(service, name);
  if (ACCENTS.includes(service?.accent)) document.documentElement.dataset.accent = service.accent;
}

// The person's own choice of light or dark, before anything is painted twice.
function wearTheme() {
  try {
    const theme = JSON.parse(localStorage.getItem("evenhand.theme"));
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // A browser that keeps nothing shows what the device asks for.
  }
}

async function readService() {
  let text;
  try {
    const answer = await fetch(new URL("./service.json", document.baseURI), { cache: "no-store", credentials: "same-origin" });
    if (answer.ok) text = await answer.text();
    if (text !== undefined) fillIn(JSON.parse(text));
  } catch {
    // What the build wrote into the page stays; the app itself names a fault in service.json.
  }
  return text;
}

async function startApp() {
  const bindings = new URL(start.dataset.bindings, document.baseURI).href;
  const wasm = new URL(start.dataset.wasm, document.baseURI).href;
  const integrity = start.dataset.wasmIntegrity;
  if (!integrity) throw new Error("the page names no hash for its wasm");
  const answer = fetch(wasm, { integrity, credentials: "same-origin" });
  // The module itself is held to its hash by the preload link that fetched it.
  const { default: init } = await import(bindings);
  await init({ module_or_path: answer });
  document.documentElement.dataset.booted = page;
}

// A release that waits is offered, never forced: somebody may be in the middle of a sentence. Where this page has none at work yet, the
// one that waits is its first: what controls the page may be the worker of the public page, whose scope holds every other.
function offer(registration) {
  if (!registration.waiting || !registration.active) return;
  // The app may not listen yet: the public page first reads service.json.
  document.documentElement.dataset.updateReady = "";
  dispatchEvent(new CustomEvent("evenhand:update-ready"));
}

async function keepForOffline() {
  if (!("serviceWorker" in navigator) || !isSecureContext) return;
  // Each page keeps its own files: a parent's phone never loads the staff's page.
  const scope = page === "public" ? "./" : `./${page}`;
  const address = new URL(`./sw.js?page=${page}`, document.baseURI).href;
  const registration = await navigator.serviceWorker.register(address, {
    scope: new URL(scope, document.baseURI).href,
    updateViaCache: "none",
  });
  offer(registration);
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", () => offer(registration));
  });
  let accepted = false;
  addEventListener("evenhand:update-accept", () => {
    accepted = true;
    // It may have been changed over already, when the last other window was closed.
    if (registration.waiting) registration.waiting.postMessage({ type: "activate" });
    else location.reload();
  });
  navigator.serviceWorker.addEventListener("message", (event) => {
    if (event.data?.type === "others-open") dispatchEvent(new CustomEvent("evenhand:update-others-open"));
  });
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (accepted) location.reload();
  });
}

// The wasm stops dead where it must not go on, and says nothing: a message might hold an answer.
for (const kind of ["error", "unhandledrejection"]) {
  addEventListener(kind, (event) => {
    if ((event.error ?? event.reason) instanceof WebAssembly.RuntimeError) reveal("[data-crashed]");
  });
}

wearTheme();
// The public page takes this answer when it starts, in place of a second one.
if (!isSample && page !== "sample") globalThis.evenhandService = readService();
if (page !== "policy") {
  const watchdog = setTimeout(() => reveal("[data-boot-failed]"), PATIENCE_MS);
  startApp().then(
    () => {
      clearTimeout(watchdog);
      reveal("[data-boot-failed]", false);
      keepForOffline().catch((fault) => console.warn("This page is not kept for use without a network:", fault.message));
    },
    (fault) => {
      clearTimeout(watchdog);
      console.error("The page did not start:", fault);
      reveal("[data-boot-failed]");
    },
  );
}
