// @ts-check
/// <reference path="../../../src/Plugin.Sdk/ui/pluginroom-ui.d.ts" />

/** @typedef {{ number: number, question: string, options: string[], counts: number[], votes: number, isOpen: boolean }} Poll */

/** @param {string} id */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const newQuestion = /** @type {HTMLInputElement} */ (part("new-question"));
const newOptions = /** @type {HTMLTextAreaElement} */ (part("new-options"));

/** @type {Poll | null} */
let poll = null;
/** @type {{ number: number, choice: number } | null} */
let mine = null;
let problem = "";

/** @param {object} wish */
async function send(wish) {
  try {
    await pluginroom.server.send(new TextEncoder().encode(JSON.stringify(wish)));
    problem = "";
  } catch (error) {
    problem = /** @type {Error} */ (error).message;
  }
  draw();
}

/** @param {number} choice */
function choose(choice) {
  if (poll === null) return;
  mine = { number: poll.number, choice };
  send({ do: "vote", number: poll.number, choice });
}

/** @param {Poll} shown @param {string} option @param {number} index */
function row(shown, option, index) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  const share = shown.votes === 0 ? 0 : shown.counts[index] / shown.votes;
  const chosen = mine?.number === shown.number && mine.choice === index;
  button.type = "button";
  button.className = "option";
  button.disabled = !shown.isOpen || !pluginroom.canSend;
  button.setAttribute("aria-pressed", String(chosen));
  button.addEventListener("click", () => choose(index));
  const bar = document.createElement("span");
  bar.className = "bar";
  bar.style.width = `${Math.round(share * 100)}%`;
  const name = document.createElement("span");
  name.textContent = `${chosen ? "✓ " : ""}${option}`;
  const number = document.createElement("span");
  number.className = "number";
  number.textContent = `${shown.counts[index]} · ${Math.round(share * 100)} %`;
  button.append(bar, name, number);
  item.append(button);
  return item;
}

function draw() {
  // Only while the person is in this window: else it would take the keyboard from the page.
  const focused = document.hasFocus() ? [...part("options").querySelectorAll("button")].findIndex((button) => button === document.activeElement) : -1;
  part("poll").hidden = poll === null;
  part("ask").hidden = poll?.isOpen === true || !pluginroom.canSend;
  part("state").textContent = !pluginroom.canSend
    ? "You are looking on: your input is not allowed to leave this window."
    : poll === null ? "Nothing is being asked." : poll.isOpen ? "Choose one. You can change your mind until it is closed." : "This poll is closed.";
  part("problem").textContent = problem;
  part("problem").hidden = problem === "";
  if (poll === null) return;
  const shown = poll;
  part("question").textContent = shown.question;
  part("options").replaceChildren(...shown.options.map((option, index) => row(shown, option, index)));
  part("options").querySelectorAll("button")[focused]?.focus();
  part("count").textContent = (shown.votes === 1 ? "1 vote" : `${shown.votes} votes`) + (shown.isOpen ? "" : " · closed");
  part("close").hidden = !shown.isOpen || !pluginroom.canSend;
}

/** @param {string} question @param {string[]} options */
function missing(question, options) {
  if (question === "") return "Enter a question.";
  if (options.length < 2) return "Enter at least two different options, one on each line.";
  if (options.length > 8) return "Eight options are the most: leave some out.";
  return options.some((option) => option.length > 80) ? "An option has 80 characters at most: shorten the longest." : "";
}

// No form: a plugin's frame is sandboxed, and nothing in it is ever submitted.
async function ask() {
  const question = newQuestion.value.trim();
  const options = [...new Set(newOptions.value.split("\n").map((option) => option.trim()).filter((option) => option !== ""))];
  problem = missing(question, options);
  if (problem !== "") {
    draw();
    return;
  }

  await send({ do: "ask", question, options });
  if (problem === "") [newQuestion.value, newOptions.value] = ["", ""];
}

/** @param {Uint8Array} data */
function hear(data) {
  const message = JSON.parse(new TextDecoder().decode(data));
  if (message.is !== "poll") return;
  poll = message.poll;
  if (poll !== null && typeof message.mine === "number") mine = { number: poll.number, choice: message.mine };
  draw();
}

pluginroom.ready.then(() => {
  const wear = (/** @type {"light" | "dark"} */ theme) => (document.documentElement.dataset.theme = theme);
  wear(pluginroom.theme);
  pluginroom.onTheme(wear);
  pluginroom.server.onMessage(hear);
  pluginroom.onCanSend(() => (pluginroom.canSend ? send({ do: "look" }) : draw()));
  pluginroom.server.onState((state) => {
    // A fresh process knows nothing of the poll before; say so instead of showing numbers that no longer count.
    if (state !== "running") [poll, mine] = [null, null];
    draw();
    if (state === "running" && pluginroom.canSend) send({ do: "look" });
  });
  part("close").addEventListener("click", () => poll !== null && send({ do: "close", number: poll.number }));
  part("send").addEventListener("click", ask);
  newQuestion.addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && ask());
  draw();
  if (pluginroom.canSend) send({ do: "look" });
});
