import { afterEach, describe, expect, it, vi } from "vitest";
import { FrameLine, maxMessagesPerSecond } from "./frameLine";
import { hello, unsupported, type FrameState } from "./protocol";

const frameWindow = { postMessage: vi.fn() };
const frame = { contentWindow: frameWindow } as unknown as HTMLIFrameElement;
const events = { state: () => ({ canSend: false }) as FrameState, isInSight: () => true, ready: vi.fn(), touched: vi.fn(), focused: vi.fn<(stolen: () => void) => void>(), message: vi.fn(), ended: vi.fn() };
const lines: FrameLine[] = [];

const open = () => {
  const line = new FrameLine(frame, events);
  lines.push(line);
  return line;
};

const post = (data: unknown, source: unknown) => window.dispatchEvent(Object.assign(new Event("message"), { data, source }));

const handedWatch = () => (frameWindow.postMessage.mock.calls[0] as [unknown, string, MessagePort[]])[2][1]!;

// A message there and back behind all that were sent before it.
const settled = () => new Promise<void>((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => resolve();
  port2.postMessage("round");
});

afterEach(() => {
  for (const line of lines.splice(0)) line.close();
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

it("gives a port to its own frame and to no other", () => {
  open();
  post(hello, window);
  post(hello, null);
  post(hello, { postMessage: vi.fn() });
  expect(frameWindow.postMessage).not.toHaveBeenCalled();
  post(hello, frameWindow);
  expect(frameWindow.postMessage).toHaveBeenCalledOnce();
  expect(events.ready).toHaveBeenCalledOnce();
});

describe("a frame that shows something else", () => {
  it("is noticed by a boot script that starts again", () => {
    open();
    post(hello, frameWindow);
    post(hello, frameWindow);
    expect(frameWindow.postMessage).toHaveBeenCalledOnce();
    expect(events.ended).toHaveBeenCalledExactlyOnceWith("left");
  });

  it("is noticed by a second load, whoever was loaded", () => {
    const line = open();
    line.loaded();
    expect(events.ended).not.toHaveBeenCalled();
    line.loaded();
    line.loaded();
    expect(events.ended).toHaveBeenCalledExactlyOnceWith("left");
  });

  it("is noticed by the old one's farewell", async () => {
    open();
    post(hello, frameWindow);
    handedWatch().postMessage("leave");
    await vi.waitFor(() => expect(events.ended).toHaveBeenCalledExactlyOnceWith("left"));
  });
});

describe("a frame that does not answer", () => {
  afterEach(() => vi.useRealTimers());

  it("ends after five silent seconds, and not while it answers or is out of sight", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
    open();
    post(hello, frameWindow);
    const watch = handedWatch();
    let answering = true;
    watch.onmessage = ({ data }: MessageEvent) => data === "ping" && answering && watch.postMessage("pong");
    for (let second = 0; second < 20; second++) {
      await vi.advanceTimersByTimeAsync(1_000);
      await settled();
    }
    answering = false;
    events.isInSight = () => false;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(events.ended).not.toHaveBeenCalled();
    events.isInSight = () => true;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(events.ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(events.ended).toHaveBeenCalledExactlyOnceWith("hung");
  });
});

it("ends with words when the browser cannot confine the frame", () => {
  open();
  post(unsupported, frameWindow);
  expect(events.ended).toHaveBeenCalledExactlyOnceWith("unsupported");
});

it("ends when it took the focus from where somebody typed, twice in a short time", async () => {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  events.focused.mockImplementation((stolen) => stolen());
  open();
  post(hello, frameWindow);
  handedWatch().postMessage("focus");
  await vi.waitFor(() => expect(events.focused).toHaveBeenCalledTimes(1));
  now = 11_000;
  handedWatch().postMessage("focus");
  await vi.waitFor(() => expect(events.focused).toHaveBeenCalledTimes(2));
  expect(events.ended).not.toHaveBeenCalled();
  now = 12_000;
  handedWatch().postMessage("focus");
  await vi.waitFor(() => expect(events.ended).toHaveBeenCalledExactlyOnceWith("grabbed"));
});

it("ends once when the frame sends without measure", () => {
  open();
  for (let count = 0; count < maxMessagesPerSecond * 2 + 100; count++) post("noise", frameWindow);
  expect(events.ended).toHaveBeenCalledExactlyOnceWith("flooded");
  post(hello, frameWindow);
  expect(events.ready).not.toHaveBeenCalled();
});
