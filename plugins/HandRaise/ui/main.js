// @ts-check
/// <reference path="../../../src/Plugin.Sdk/ui/pluginroom-ui.d.ts" />

/** @typedef {{ id: string, guest: number, since: number }} Hand */

/** @param {string} id */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @type {Hand[]} */
let queue = [];
/** @type {Hand | null} */
let turn = null;
/** When this window's hand went up; what a fresh server side gets, so that the place is kept. @type {number | null} */
let since = null;
let isRunning = true;
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

/** @param {Hand} hand */
const isMine = (hand) => hand.id === pluginroom.me.id;

/** @param {Hand} hand */
const nameOf = (hand) => pluginroom.people.find((person) => person.id === hand.id)?.name ?? `Guest ${hand.guest}`;

/** @param {Hand} hand */
function row(hand) {
  const item = document.createElement("li");
  item.textContent = isMine(hand) ? `${nameOf(hand)} (you)` : nameOf(hand);
  item.classList.toggle("mine", isMine(hand));
  return item;
}

function words() {
  if (!isRunning) return "The queue starts anew. Hands that are up go up again by themselves.";
  if (!pluginroom.canSend) return "You are looking on: your input is not allowed to leave this window.";
  const place = queue.findIndex(isMine);
  if (place === 0) return "You are next.";
  if (place > 0) return `${place} ${place === 1 ? "person is" : "people are"} before you.`;
  return queue.length === 0 ? "Nobody is waiting." : "Anyone can call the next one.";
}

/** Says it anew only when it is new, so that a screen reader does not repeat itself. @param {string} id @param {string} text */
function say(id, text) {
  const element = part(id);
  if (element.textContent !== text) element.textContent = text;
  element.hidden = text === "";
}

function draw() {
  const isTurn = turn !== null && isMine(turn);
  const isUp = queue.some(isMine);
  const hand = part("hand");
  hand.hidden = !pluginroom.canSend || !isRunning;
  hand.textContent = isUp ? "Lower hand" : isTurn ? "I am done" : "Raise hand";
  hand.classList.toggle("plain", isUp || isTurn);
  part("waiting").hidden = queue.length === 0;
  part("next").hidden = !pluginroom.canSend || !isRunning;
  part("queue").replaceChildren(...queue.map(row));
  say("turn", turn === null ? "" : isTurn ? "It is your turn." : `It is ${nameOf(turn)}’s turn.`);
  say("problem", problem);
  say("state", words());
}

/** @param {Uint8Array} data */
function hear(data) {
  const message = JSON.parse(new TextDecoder().decode(data));
  if (message.is === "problem") problem = message.text;
  if (message.is === "queue") {
    ({ queue, turn } = message);
    since = queue.find(isMine)?.since ?? null;
  }
  draw();
}

function arrive() {
  if (pluginroom.canSend && isRunning) send(since === null ? { do: "look" } : { do: "raise", since });
  else draw();
}

/** @param {"running" | "restarting" | "failed"} state */
function change(state) {
  isRunning = state === "running";
  if (!isRunning) [queue, turn] = [[], null];
  // Whoever may no longer send has taken the hand down with the permission.
  if (!pluginroom.canSend) since = null;
  arrive();
}

function press() {
  const isUp = queue.some(isMine) || (turn !== null && isMine(turn));
  send({ do: isUp ? "lower" : "raise" });
}

pluginroom.ready.then(() => {
  const wear = (/** @type {"light" | "dark"} */ theme) => (document.documentElement.dataset.theme = theme);
  wear(pluginroom.theme);
  pluginroom.onTheme(wear);
  pluginroom.server.onMessage(hear);
  pluginroom.onPeople(draw);
  pluginroom.onCanSend(arrive);
  pluginroom.server.onState(change);
  part("hand").addEventListener("click", press);
  part("next").addEventListener("click", () => send({ do: "next", id: queue[0]?.id }));
  arrive();
});
