// @ts-check
/// <reference path="../../src/Plugin.Sdk/js/pluginroom.d.ts" />
"use strict";

/** How long after its start a fresh process takes back hands that were up before: later, an old place is no longer anybody's. */
const restoring = 10_000;
const startedAt = Date.now();

/**
 * A hand that is up. `since` orders the queue: milliseconds since 1970, and no two are alike. A window keeps its own and shows it again
 * to a fresh process. It could lie there about its place: this is a queue among people who see it.
 * @typedef {{ id: string, guest: number, since: number }} Hand
 */

/** @type {Hand[]} */
let queue = [];
/** @type {Hand | null} */
let turn = null;
let latest = startedAt;

/** Names of those who allow it; the others are guests by number. @type {Map<string, string>} */
const names = new Map();
/** @type {Map<string, number>} */
const guests = new Map();

const state = () => JSON.stringify({ is: "queue", queue, turn });

/** @param {string} id */
function guest(id) {
  if (!guests.has(id)) guests.set(id, guests.size + 1);
  return /** @type {number} */ (guests.get(id));
}

/** @param {string} id @param {unknown} before */
function raise(id, before) {
  if (queue.some((hand) => hand.id === id)) return;
  const isOld = typeof before === "number" && Number.isSafeInteger(before) && before > 0 && before < startedAt;
  const since = isOld && Date.now() - startedAt < restoring ? before : (latest = Math.max(Date.now(), latest + 1));
  queue = [...queue, { id, guest: guest(id), since }].sort((one, other) => one.since - other.since);
}

/** @param {string} id */
function lower(id) {
  queue = queue.filter((hand) => hand.id !== id);
  if (turn?.id === id) turn = null;
}

/** @param {string} by */
async function callNext(by) {
  const next = queue[0];
  if (next === undefined) return;
  try {
    await notifications.show(`It is ${names.get(next.id) ?? `Guest ${next.guest}`}’s turn.`);
  } catch (error) {
    if (!(error instanceof CapabilityDeniedError) || error.code !== "limit") throw error;
    // Nobody is called unheard: the queue stays as it is.
    await ui.send(by, JSON.stringify({ is: "problem", text: "That was quick. Wait a few seconds, and then call the next one." }));
    return;
  }

  [turn, queue] = [next, queue.slice(1)];
}

/** @param {string} text @returns {any} */
function read(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

ui.on("input", async ({ from, text }) => {
  const wish = read(text);
  if (wish.do === "look") {
    await ui.send(from, state());
    return;
  }

  if (wish.do === "raise") raise(from, wish.since);
  else if (wish.do === "lower") lower(from);
  // Two people may press at once: each press calls whom its window showed as the first.
  else if (wish.do === "next" && wish.id === queue[0]?.id) await callNext(from);
  else return;
  await ui.broadcast(state());
});

/** @param {PluginRoomParticipant} person */
function know({ id, name }) {
  if (name === null) names.delete(id);
  else names.set(id, name);
}

room.on("participant.joined", know);
room.on("participant.renamed", know);
room.on("participant.left", async ({ id }) => {
  names.delete(id);
  lower(id);
  await ui.broadcast(state());
});
