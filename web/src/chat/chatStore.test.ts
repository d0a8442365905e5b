import { expect, test, vi } from "vitest";
import { maxChatLength } from "./chatLine";
import { ChatStore } from "./chatStore";
import { FakeBus } from "./fakeBus";

function chat() {
  const bus = new FakeBus();
  const store = new ChatStore(bus, (id) => (id === "b" ? "Bob" : "Someone"));
  return { bus, store, texts: () => store.messages.value.map((each) => each.text) };
}

const line = (id: string, text: string) => JSON.stringify({ id, text });

test("a sent line goes to the others, stands here, and is told to whoever asked", () => {
  const { bus, store, texts } = chat();
  const sent = vi.fn();
  store.onSent(sent);
  store.send("  hello \n");
  expect(JSON.parse(bus.sent[0]!.text)).toMatchObject({ text: "hello" });
  expect(texts()).toEqual(["hello"]);
  expect(sent).toHaveBeenCalledExactlyOnceWith({ messageId: JSON.parse(bus.sent[0]!.text).id, text: "hello" });
});

test("nothing is sent for an empty line", () => {
  const { bus, store } = chat();
  store.send(" \n\t ");
  expect(bus.sent).toEqual([]);
});

test("another's line carries that person's name and is never told to plugins from here", () => {
  const { bus, store } = chat();
  const sent = vi.fn();
  store.onSent(sent);
  bus.receive("b", line("1", "hi"));
  expect(store.messages.value[0]).toMatchObject({ from: "b", name: "Bob", text: "hi", kind: "person" });
  expect(sent).not.toHaveBeenCalled();
});

test("unread counts what came while the chat was closed", () => {
  const { bus, store } = chat();
  bus.receive("b", line("1", "one"));
  store.appendPluginLine({ pluginId: "p", pluginName: "Minutes", text: "two" });
  store.send("mine");
  expect(store.unread.value).toBe(2);
  store.setOpen(true);
  bus.receive("b", line("2", "three"));
  expect(store.unread.value).toBe(0);
});

test("a plugin's line is marked as the plugin's", () => {
  const { store } = chat();
  store.appendPluginLine({ pluginId: "p", pluginName: "Minutes", text: "x".repeat(5_000) });
  expect(store.messages.value[0]).toMatchObject({ kind: "plugin", name: "Minutes", from: "p" });
  expect(store.messages.value[0]!.text).toHaveLength(maxChatLength);
});

test("the same line twice stands once, and one person cannot replace another's", () => {
  const { bus, texts } = chat();
  bus.receive("b", line("1", "first"));
  bus.receive("b", line("1", "again"));
  bus.receive("c", line("1", "of another"));
  expect(texts()).toEqual(["first", "of another"]);
});

test.each([
  "",
  "null",
  "[]",
  "{}",
  '{"id":1,"text":"x"}',
  '{"id":"1","text":7}',
  '{"id":"","text":"x"}',
  '{"id":"1","text":"   "}',
  `{"id":"${"i".repeat(65)}","text":"x"}`,
  line("1", "x".repeat(maxChatLength + 1)),
  "{".repeat(90_000),
  "\u0000",
])("what another page should not send is dropped: %#", (text) => {
  const { bus, texts } = chat();
  bus.receive("b", text);
  expect(texts()).toEqual([]);
});

test("characters that hide or reorder other text are taken out, line breaks stay", () => {
  const { bus, texts } = chat();
  bus.receive("b", line("1", "a\u202Eb\u0007c\nd\u2066e"));
  expect(texts()).toEqual(["abc\nde"]);
});

test("only the last two thousand lines are kept", () => {
  const { bus, store } = chat();
  for (let i = 0; i < 2_010; i++) bus.receive("b", line(`${i}`, `line ${i}`));
  expect(store.messages.value).toHaveLength(2_000);
  expect(store.messages.value[0]!.text).toBe("line 10");
});

test("a line that a plugin wrote is sent and shown as that, and is not what this person wrote", () => {
  const { bus, store } = chat();
  const written: string[] = [];
  store.onSent(({ text }) => written.push(text));
  store.sendFor("Minutes", "I agree");
  store.send("mine");
  expect(JSON.parse(bus.sent[0]!.text)).toMatchObject({ text: "I agree", via: "Minutes" });
  expect(store.messages.value.map(({ kind, via }) => [kind, via])).toEqual([["own", "Minutes"], ["own", undefined]]);
  expect(written).toEqual(["mine"]);
});

test.each([
  ['"Minutes"', "Minutes"],
  ['"Min\\u202Eutes\\n now"', "Minutes now"],
  ['""', "a plugin"],
  ["7", "a plugin"],
  ["null", "a plugin"],
  [`"${"x".repeat(100)}"`, "x".repeat(64)],
])("whatever another page says wrote it, it is marked: %s", (via, shown) => {
  const { bus, store } = chat();
  bus.receive("b", `{"id":"1","text":"hello","via":${via}}`);
  expect(store.messages.value[0]).toMatchObject({ kind: "person", text: "hello", via: shown });
});
