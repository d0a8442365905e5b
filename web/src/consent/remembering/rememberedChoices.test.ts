import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { flow, plugin } from "../../plugins/testing/samples";
import { RememberedChoices } from "./rememberedChoices";

const chat = flow("content.chat", "ui");
const input = flow("plugin.input", "ui");
const voice = flow("content.audio", "download", { critical: true });
const minutes = plugin({ flows: [chat, input, voice] });
const keep = (book: RememberedChoices, each = chat, choice: "allow" | "refuse" = "allow") => book.keep(minutes, [{ flow: each, choice, sentence: "S" }]);

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

it("remembers nothing by itself, and each answer by itself", () => {
  const book = new RememberedChoices();
  expect([book.choiceFor(chat), book.plugins.value]).toEqual([null, []]);
  keep(book);
  keep(book, input, "refuse");
  const again = new RememberedChoices();
  expect([again.choiceFor(chat), again.choiceFor(input)]).toEqual(["allow", "refuse"]);
  expect(again.plugins.value).toEqual([
    { id: minutes.id, name: "Minutes", publisher: "Example", flows: [{ key: chat.key, choice: "allow", sentence: "S" }, { key: input.key, choice: "refuse", sentence: "S" }] },
  ]);
});

it("remembers the last answer, and forgets what it is told to forget", () => {
  const book = new RememberedChoices();
  keep(book);
  keep(book, chat, "refuse");
  keep(book, input);
  expect(book.choiceFor(chat)).toBe("refuse");
  book.forget([chat.key]);
  expect([book.choiceFor(chat), book.choiceFor(input)]).toEqual([null, "allow"]);
  book.forgetAll();
  expect([book.plugins.value, localStorage.length]).toEqual([[], 0]);
});

it("never remembers what is asked each time, not even where it is kept from before", () => {
  const book = new RememberedChoices();
  expect(keep(book, voice)).toBe(true);
  expect(localStorage.length).toBe(0);
  keep(book, { ...voice, critical: false });
  expect(book.choiceFor(voice)).toBeNull();
});

it("does not lose what another tab has kept meanwhile", () => {
  const [here, there] = [new RememberedChoices(), new RememberedChoices()];
  keep(here);
  keep(there, input);
  expect(there.choiceFor(chat)).toBe("allow");
});

describe("works without a store that", () => {
  it.each(["{", "null", "7", '{"a":1}', '[{"id":"x"}]', '[null,7,{"id":"x","name":"n","publisher":"p","flows":[{"key":"k","choice":"maybe","sentence":"s"}]}]'])("holds %s", (text) => {
    localStorage.setItem("pluginroom.choices", text);
    const book = new RememberedChoices();
    expect(book.plugins.value).toEqual([]);
    expect(keep(book)).toBe(true);
    expect(new RememberedChoices().choiceFor(chat)).toBe("allow");
  });

  it("is full", () => {
    const setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    vi.spyOn(window, "localStorage", "get").mockReturnValue({ getItem: () => null, setItem } as unknown as Storage);
    const book = new RememberedChoices();
    expect([keep(book), book.choiceFor(chat)]).toEqual([false, null]);
  });

  it("may not be touched", () => {
    vi.spyOn(window, "localStorage", "get").mockImplementation(() => {
      throw new DOMException("no", "SecurityError");
    });
    const book = new RememberedChoices();
    expect([keep(book), book.choiceFor(chat)]).toEqual([false, null]);
    book.forgetAll();
  });
});
