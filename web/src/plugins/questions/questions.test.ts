import { expect, test, vi } from "vitest";
import type { PluginQuestion } from "../../signaling/protocol";
import { HubRefusal } from "../../signaling/refusal";
import { SmallRoom } from "../testing/samples";
import { acceptOf, isOfKind, kindWords } from "./fileKinds";
import { PluginQuestions } from "./questions";

const question = (rest: Partial<PluginQuestion> = {}): PluginQuestion => ({
  id: "q1", pluginId: "p", pluginName: "Minutes", kind: "sendAsUser", text: "I agree", participantId: null, accept: [], maxBytes: 0, maxFiles: 0, seconds: 60, ...rest,
});
const pick = question({ kind: "pickFile", text: "", maxBytes: 1_000_000, maxFiles: 2 });
const file = (size: number, name = "a.bin") => new File([new Uint8Array(size)], name);

function enter(isAllowed = () => true) {
  const small = new SmallRoom();
  const sent: string[][] = [];
  Object.assign(small.room.chat, { sendFor: (name: string, text: string) => sent.push([name, text]) });
  return { small, sent, questions: new PluginQuestions(small.room, isAllowed) };
}

test("a yes sends what was shown, under the plugin's name, once the host agrees", async () => {
  const { small, sent, questions } = enter();
  small.tell("pluginQuestion", question({ text: "I \u202Eagree" }));
  await questions.answer(questions.pending.value[0]!, true);
  await questions.answer(question(), true);
  expect(small.requests("AnswerQuestion")).toEqual([{ id: "q1", allow: true }]);
  expect(sent).toEqual([["Minutes", "I agree"]]);
});

test("nothing is sent after a no, or when the host refuses", async () => {
  const { small, sent, questions } = enter();
  small.tell("pluginQuestion", question());
  await questions.answer(question(), false);
  small.answer = () => {
    throw new HubRefusal("sink.blocked", "It has seen what may not go there.");
  };
  small.tell("pluginQuestion", question({ id: "q2" }));
  await questions.answer(question({ id: "q2" }), true);
  expect(sent).toEqual([]);
  expect(questions.pending.value).toEqual([]);
});

test("questions wait in their order, go when the host says so, and are not doubled", () => {
  const { small, questions } = enter();
  for (const id of ["q1", "q2", "q1", "q3"]) small.tell("pluginQuestion", question({ id }));
  small.tell("pluginQuestionGone", { id: "q2" });
  expect(questions.pending.value.map(({ id }) => id)).toEqual(["q1", "q3"]);
});

test("a line in which nothing can be seen is answered with a no by itself", () => {
  const { small, questions } = enter();
  small.tell("pluginQuestion", question({ text: "\u200B\u202E\u2060" }));
  expect(questions.pending.value).toEqual([]);
  expect(small.requests("AnswerQuestion")).toEqual([{ id: "q1", allow: false }]);
});

test("files leave part by part, as they are asked for", async () => {
  const { small, questions } = enter();
  small.tell("pluginQuestion", pick);
  expect(await questions.hand(pick, [file(5, "../../etc/x.png")])).toBeNull();
  expect(small.requests("HandFiles")).toEqual([{ id: "q1", files: [{ name: "x.png", type: "", bytes: 5 }] }]);
  expect(small.requests("HandFilePart")).toEqual([]);
  small.tell("fileWanted", { id: "q1", file: 0, offset: 3, bytes: 2 });
  await vi.waitFor(() => expect(small.requests("HandFilePart")).toEqual([{ id: "q1", file: 0, offset: 3, data: "AAA=" }]));
  small.tell("filesDone", { id: "q1", complete: true });
  expect(questions.transfers.active.value).toEqual([]);
});

test("no part leaves when it is no longer allowed, or was taken back", async () => {
  let allowed = true;
  const { small, questions } = enter(() => allowed);
  for (const id of ["q1", "q2"]) {
    small.tell("pluginQuestion", { ...pick, id });
    await questions.hand({ ...pick, id }, [file(5)]);
  }
  allowed = false;
  small.tell("fileWanted", { id: "q1", file: 0, offset: 0, bytes: 5 });
  await vi.waitFor(() => expect(small.requests("StopFiles")).toEqual([{ id: "q1" }]));
  questions.transfers.stop("q2");
  allowed = true;
  small.tell("fileWanted", { id: "q2", file: 0, offset: 0, bytes: 5 });
  await Promise.resolve();
  expect(small.requests("HandFilePart")).toEqual([]);
});

test("wrong files leave the question open, with words", async () => {
  const { small, questions } = enter();
  small.tell("pluginQuestion", pick);
  small.answer = () => {
    throw new HubRefusal("files.size", "Too large.");
  };
  expect(await questions.hand(pick, [file(5)])).toBe("Too large.");
  expect(questions.pending.value).toEqual([pick]);
  expect(questions.transfers.active.value).toEqual([]);
});

test("a frame asks one thing at a time and is left alone after two noes", async () => {
  const { questions } = enter();
  const request = { pluginId: "p", pluginName: "Minutes", kinds: ["image"], maxBytes: 10, maxFiles: 1 };
  for (let no = 0; no < 2; no++) {
    const asked = questions.askHere(request);
    expect(questions.askHere(request)).toBeUndefined();
    await questions.answer(questions.pending.value[0]!, false);
    expect(await asked).toBeNull();
  }
  expect(questions.askHere(request)).toBeUndefined();
  const other = questions.askHere({ ...request, pluginId: "q" });
  const files = [file(1)];
  await questions.hand(questions.pending.value[0]!, files);
  expect(await other).toBe(files);
});

test("what a frame asked ends with it", async () => {
  const { questions } = enter();
  const asked = questions.askHere({ pluginId: "p", pluginName: "Minutes", kinds: [], maxBytes: 10, maxFiles: 1 });
  questions.dropFor("p");
  expect(await asked).toBeNull();
  expect(questions.pending.value).toEqual([]);
});

test("kinds are told in words, and what is none of them is noticed", () => {
  expect(kindWords(["image", "table"])).toBe("pictures or tables");
  expect(acceptOf(["document", "presentation"]).split(",").filter((each) => each === ".pdf")).toEqual([".pdf"]);
  expect(isOfKind({ name: "A.CSV", type: "" }, ["table"])).toBe(true);
  expect(isOfKind({ name: "a.png", type: "image/png" }, ["table", "image"])).toBe(true);
  expect(isOfKind({ name: "image.exe", type: "application/x-msdownload" }, ["image"])).toBe(false);
});
