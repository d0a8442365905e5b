// A hidden tab slows the page's timers down to one a second or less, a worker's timers not.
let timer: ReturnType<typeof setInterval> | undefined;

self.onmessage = (event: MessageEvent<number>) => {
  clearInterval(timer);
  if (event.data > 0) {
    timer = setInterval(() => self.postMessage(null), event.data);
  }
};
