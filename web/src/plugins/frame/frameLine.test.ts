import { afterEach, expect, it, vi } from "vitest";
import { FrameLine, maxMessagesPerSecond } from "./frameLine";
import { hello, unsupported, type FrameState } from "./protocol";

const frameWindow = { postMessage: vi.fn() };
const frame = { contentWindow: frameWindow } as unknown as HTMLIFrameElement;
const events = { state: () => ({ canSend: false }) as FrameState, ready: vi.fn(), touched: vi.fn(), message: vi.fn(), ended: vi.fn() };
const lines: FrameLine[] = [];

const open = () => {
  const line = new FrameLine(frame, events);
  lines.push(line);
  return line;
};

const post = (data: unknown, source: unknown) => window.dispatchEvent(Object.assign(new Event("message"), { data, source }));

afterEach(() => {
  for (const line of lines.splice(0)) line.close();
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

it("gives a new port to a frame that loaded again", () => {
  open();
  post(hello, frameWindow);
  post(hello, frameWindow);
  expect(frameWindow.postMessage).toHaveBeenCalledTimes(2);
});

it("ends with words when the browser cannot confine the frame", () => {
  open();
  post(unsupported, frameWindow);
  expect(events.ended).toHaveBeenCalledExactlyOnceWith("unsupported");
});

it("ends once when the frame sends without measure", () => {
  open();
  for (let count = 0; count < maxMessagesPerSecond * 2 + 100; count++) post("noise", frameWindow);
  expect(events.ended).toHaveBeenCalledExactlyOnceWith("flooded");
  post(hello, frameWindow);
  expect(events.ready).not.toHaveBeenCalled();
});
