// Keeps the pages that a reader visited. What the network gives comes first; what is kept stands in for it.
// VERSION, SHELL and LANGUAGES are set in front of this text by the build.
const here = self.registration.scope;
const shellName = `waqai ${here} ${VERSION}`, visitedName = `waqai ${here} visited`;
const most = 300;
const at = (path) => new URL(path, here).href;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(shellName).then((cache) => cache.addAll(SHELL.map(at))).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forget((name) => name !== shellName && name !== visitedName).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(here) || request.url.endsWith(".zip")) return;
  event.respondWith(answer(request, event));
  if (request.mode === "navigate") event.waitUntil(leaveIfGone());
});

async function answer(request, event) {
  const name = request.url.slice(here.length);
  // The name changes with the content, so what is kept is never out of date.
  const kept = /^theme\/[^/]*\.[0-9a-f]{10}\.(css|js)$/.test(name) && await caches.match(request);
  if (kept) return kept;
  try {
    const response = await fetch(request);
    if (response.ok && response.type === "basic") event.waitUntil(keep(request, response.clone()));
    return response;
  } catch (failure) {
    return await standIn(request) ?? Promise.reject(failure);
  }
}

async function standIn(request) {
  const kept = await caches.match(request, { ignoreSearch: request.mode === "navigate" });
  if (kept || request.mode !== "navigate") return kept;
  const first = request.url.slice(here.length).split("/")[0];
  const path = `${LANGUAGES.includes(first) ? first : LANGUAGES[0]}/offline.html`;
  return Response.redirect(at(path));
}

async function keep(request, response) {
  const cache = await caches.open(visitedName);
  await cache.put(request, response);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, Math.max(0, kept.length - most)).map((old) => cache.delete(old)));
}

// The owner has turned the setting off: the file of this worker is gone, and so everything that was kept goes too.
let asked;
function leaveIfGone() {
  asked ??= fetch(self.location.href, { cache: "no-store" }).then(async (response) => {
    const isScript = (response.headers.get("Content-Type") ?? "").includes("javascript");
    if (![404, 410].includes(response.status) && !(response.ok && !isScript)) return;
    await forget(() => true);
    await self.registration.unregister();
  }).catch(() => { asked = undefined; });
  return asked;
}

async function forget(isOld) {
  const names = (await caches.keys()).filter((name) => name.startsWith(`waqai ${here} `) && isOld(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}
