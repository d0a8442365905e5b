// @ts-check
/// <reference path="../../../src/Plugin.Sdk/ui/pluginroom-ui.d.ts" />

/** @typedef {{ number: number, question: string, options: string[], counts: number[], votes: number, isOpen: boolean }} Poll */

/** @template {HTMLElement} [T=HTMLElement] @param {string} id */
const part = (id) => /** @type {T} */ (document.getElementById(id));

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
  const focused = [...part("options").querySelectorAll("button")].findIndex((button) => button === document.activeElement);
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
  part("count").textContent = shown.votes === 1 ? "1 vote" : `${shown.votes} votes`;
  part("close").hidden = !shown.isOpen || !pluginroom.canSend;
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
  part("ask").addEventListener("submit", (event) => {
    event.preventDefault();
    const question = /** @type {HTMLInputElement} */ (part("new-question"));
    const options = /** @type {HTMLTextAreaElement} */ (part("new-options"));
    const lines = options.value.split("\n").map((option) => option.trim()).filter((option) => option !== "");
    if (new Set(lines).size < 2) {
      problem = "Enter at least two different options, one on each line.";
      draw();
      return;
    }
    send({ do: "ask", question: question.value, options: lines });
    [question.value, options.value] = ["", ""];
  });
  draw();
  if (pluginroom.canSend) send({ do: "look" });
});
