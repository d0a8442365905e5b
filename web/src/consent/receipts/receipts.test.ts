import { expect, test } from "vitest";
import type { RevocationReceipt } from "../../signaling/protocol";
import { ReceiptBook } from "./receiptBook";
import { blockedWords, headline, noticeWords, promisedWords, sentWords, stateWords, unasked, unaskedWords } from "./receiptWords";
import { receiptFile } from "./saveReceipt";

const receipt: RevocationReceipt = {
  id: "r1", pluginId: "org.example.minutes", pluginName: "Minutes", occasion: "revoked", purpose: null, at: 1_000, categories: ["content.chat"],
  state: "forgotten", tookMs: 180, workerEnded: true, framesReset: false, valuesDeleted: 2, keysWait: false,
  sent: [{ sink: "sink:api", operator: "Example e.V.", country: "DE", first: 1_000, last: 9_000, count: 12, bytes: 4_200 }],
  erasures: [{ sink: "api", url: "https://api.example.org/v1/erase", state: "asked", reason: null, at: 1_000 }],
};

test("says what was blocked, what had been sent, and what was promised, and keeps the three apart", () => {
  expect(headline(receipt)).toBe("Taken back from Minutes");
  expect(stateWords(receipt)).toBe("Forgotten on this host after 0.2 s.");
  expect(blockedWords(receipt).join(" ")).toMatch(/what you no longer allow is blocked. It is about what you write in the chat\..*was ended\. A new one.*2 stored values .* with their keys\./);
  expect(sentWords(receipt.sent[0]!)).toMatch(/^To Example e\.V\. in Germany: 12 times, from .* to .*, 4\.2 kB in all\.$/);
  expect(promisedWords(receipt.erasures[0]!)).toMatch(/^api\.example\.org was asked at .* and has not answered yet\.$/);
  expect(promisedWords({ ...receipt.erasures[0]!, state: "promised" })).toMatch(/promised at .* out of this host's hands/);
  expect(promisedWords({ ...receipt.erasures[0]!, state: "failed", reason: "It did not answer in time." })).toBe(
    "api.example.org promised nothing. It did not answer in time.",
  );
});

test("where a moderator switched off what it was for, it says that and no more", () => {
  const off = { ...receipt, occasion: "switchedOff", purpose: "marketing" };
  expect(headline(off)).toBe("Switched off for Minutes: use for marketing");
  expect(blockedWords(off)[0]).toMatch(/^Since .* it cannot use this for marketing: what you write in the chat\.$/);
  expect(blockedWords({ ...receipt, occasion: "removed" })[0]).toMatch(/it gets nothing more of this: what you write in the chat\.$/);
});

test("a place that cannot be asked has promised nothing, and it is said", () => {
  expect(unasked(receipt)).toEqual([]);
  const [left] = unasked({ ...receipt, erasures: [] });
  expect(unaskedWords(left!)).toBe("Example e.V. in Germany has no address where this host could ask, and promised nothing.");
  expect(unasked({ ...receipt, sent: [{ ...receipt.sent[0]!, sink: "room", operator: null, country: null }], erasures: [] })).toEqual([]);
});

test("a disk that fails is not told as if all were destroyed", () => {
  const waiting = { ...receipt, state: "forgetting", keysWait: true };
  expect(stateWords(waiting)).toContain("disk fails");
  expect(noticeWords(waiting)).toContain("not destroyed yet; some had been sent before.");
  expect(blockedWords(waiting).join(" ")).toMatch(/was ended\. .*nobody is given them any more\. Their keys are destroyed as soon as this host's disk works again\./);
});

test("what is still under way is not told as done", () => {
  const words = blockedWords({ ...receipt, state: "forgetting" }).join(" ");
  expect(words).toMatch(/is being ended\..*nobody is given them any more\. Their keys are being destroyed\./);
  expect(words).not.toMatch(/was ended|with their keys/);
  expect(blockedWords({ ...receipt, valuesDeleted: 1 }).join(" ")).toContain("One stored value that may have held it was deleted, with its key.");
});

test("a disk that fails is told while it does, and once more when all is destroyed", () => {
  const book = new ReceiptBook();
  book.put({ ...receipt, state: "forgetting" });
  book.put({ ...receipt, state: "forgetting", keysWait: true });
  expect(book.news.value?.keysWait).toBe(true);
  book.seen();
  book.put({ ...receipt, state: "forgetting", keysWait: true });
  expect(book.news.value).toBeNull();
  book.put(receipt);
  expect(book.news.value?.state).toBe("forgotten");
  book.seen();
  expect(book.news.value).toBeNull();
});

test("the book tells of each receipt once, when it is done, and takes later answers into the same one", () => {
  const book = new ReceiptBook();
  book.put({ ...receipt, state: "forgetting" });
  expect(book.news.value).toBeNull();
  book.put(receipt);
  expect(book.news.value?.id).toBe("r1");
  book.seen();
  book.put({ ...receipt, erasures: [{ ...receipt.erasures[0]!, state: "promised" }] });
  expect(book.news.value).toBeNull();
  expect(book.all.value.map((each) => each.erasures[0]!.state)).toEqual(["promised"]);
});

test("what a reload brings back is there, newest first, and is no news", () => {
  const book = new ReceiptBook();
  book.put({ ...receipt, id: "r0", at: 500 });
  book.seen();
  book.restore([receipt, { ...receipt, id: "r2", at: 2_000 }]);
  expect(book.all.value.map(({ id }) => id)).toEqual(["r2", "r1", "r0"]);
  expect(book.news.value).toBeNull();
});

test("the file says what it is", () => {
  expect(receiptFile(receipt)).toMatchObject({ format: "pluginroom-receipt-1", id: "r1", valuesDeleted: 2 });
});
