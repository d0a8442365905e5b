// Runs in the page around the frames, with isolation and without: puts frames up, and looks for what they got hold of.
window.gauntlet ??= (() => {
  const said = {};
  const heard = [];
  const frames = new Set();
  const workers = new Set();
  const place = document.createElement("div");
  place.style.cssText = "position: fixed; inset: 0; z-index: 9999; display: flex; flex-wrap: wrap; overflow: hidden";
  document.body.append(place);

  addEventListener("message", ({ data, source }) => {
    if (data?.token) (said[data.token] ??= []).push(data.value);
    // Some never finish to load; their code has begun all the same.
    for (const frame of frames) if (frame.contentWindow === source) frame.dataset.begun = "";
  });
  const channel = new BroadcastChannel("gauntlet");
  channel.onmessage = ({ data }) => heard.push(data);
  for (const event of ["storage", "hashchange"]) addEventListener(event, ({ newValue, newURL }) => heard.push(newValue ?? newURL));

  const until = async (isTrue, milliseconds) => {
    const end = performance.now() + milliseconds;
    while (!(await isTrue()) && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 100));
    return isTrue();
  };

  const names = () => [...frames].map((frame) => {
    try {
      return frame.contentWindow.name;
    } catch {
      return "";
    }
  });

  /** All that a page can know: what stands in its storage, its document, its channels, and its readable frames. */
  const traces = async () => JSON.stringify([
    document.cookie, { ...localStorage }, { ...sessionStorage }, heard, names(), document.title, location.href, window.name, { ...document.documentElement.dataset },
    (await indexedDB.databases()).map(({ name }) => name), isSecureContext ? await caches.keys() : [], (await navigator.locks.query()).held.map(({ name }) => name),
    (await navigator.serviceWorker.getRegistrations()).map(({ scope, active, installing }) => [scope, (active ?? installing)?.scriptURL]),
    await Array.fromAsync((await navigator.storage.getDirectory()).keys()),
    document.body.innerText, [...document.querySelectorAll("video")].map(({ videoWidth, videoHeight }) => `${videoWidth}x${videoHeight}`),
  ]);

  return {
    /** What an honest page keeps for itself. */
    async plant(secret) {
      document.cookie = `secret=${secret}; path=/`;
      localStorage.secret = sessionStorage.secret = secret;
      window.secret = document.documentElement.dataset.secret = secret;
      indexedDB.open(secret);
      await caches.open(secret);
      addEventListener("message", ({ data, source }) => data === "secret?" && source === window && source.postMessage(secret));
    },
    /** Frames like `template`, or plain ones. */
    show(template, urls) {
      for (const url of urls) {
        const frame = template ? document.querySelector(template).cloneNode() : document.createElement("iframe");
        frame.style.cssText = "width: 140px; height: 90px; border: 0";
        frame.addEventListener("load", () => (frame.dataset.begun = ""));
        frame.src = url;
        frames.add(frame);
        place.append(frame);
      }
    },
    /** The control of what has no document: a worker whose page hears everything, and believes whatever it answers to a picture. */
    async work(url, orders) {
      const worker = new Worker(url);
      workers.add(worker);
      worker.onmessage = ({ data }) => data?.token && (said[data.token] ??= []).push(data.value);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => heard.push(data.text ?? data.url ?? data.name ?? data, data.picture && `${data.picture.width}x${data.picture.height}`);
      worker.postMessage(null, [port2]);
      for (let order = 0; order < orders; order++) port1.postMessage({ picture: await createImageBitmap(new ImageData(16, 16)), order });
    },
    begun: (milliseconds) => until(() => [...frames].every((frame) => "begun" in frame.dataset), milliseconds),
    clear() {
      for (const frame of frames) frame.remove();
      frames.clear();
    },
    /** Waits for what is expected to be said or found, then answers all that was. */
    async found(expected, milliseconds) {
      await until(async () => {
        const all = await traces();
        return expected.every(({ token, says }) => (says ? said[token]?.some((value) => value.includes(says)) : all.includes(token)));
      }, milliseconds);
      return JSON.stringify({ said, traces: await traces() });
    },
  };
})();
