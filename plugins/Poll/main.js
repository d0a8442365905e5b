// @ts-check
/// <reference path="../../src/Plugin.Sdk/js/pluginroom.d.ts" />
"use strict";

const limits = { question: 200, option: 80, options: 8 };

/** @type {{ number: number, question: string, options: string[], isOpen: boolean, votes: Map<string, number> } | null} */
let poll = null;
let number = 0;

/** What everybody sees: counts, and nobody's choice. */
function results() {
  if (poll === null) return null;
  const counts = poll.options.map(() => 0);
  for (const choice of poll.votes.values()) counts[choice]++;
  return { number: poll.number, question: poll.question, options: poll.options, counts, votes: poll.votes.size, isOpen: poll.isOpen };
}

/** @param {unknown} value @param {number} longest */
const line = (value, longest) => (typeof value === "string" ? value.replace(/\s+/g, " ").trim().slice(0, longest) : "");

/** @param {any} wish */
function ask(wish) {
  const question = line(wish.question, limits.question);
  const given = Array.isArray(wish.options) ? wish.options.slice(0, limits.options) : [];
  const options = [...new Set(given.map((/** @type {unknown} */ option) => line(option, limits.option)))].filter((option) => option !== "");
  if (question === "" || options.length < 2 || poll?.isOpen) return;
  poll = { number: ++number, question, options, isOpen: true, votes: new Map() };
}

/** @param {string} from @param {any} wish */
function vote(from, wish) {
  if (poll === null || !poll.isOpen || wish.number !== poll.number) return;
  if (Number.isInteger(wish.choice) && wish.choice >= 0 && wish.choice < poll.options.length) poll.votes.set(from, wish.choice);
}

ui.on("input", async ({ from, text }) => {
  let wish;
  try {
    wish = JSON.parse(text);
  } catch {
    return;
  }

  if (typeof wish !== "object" || wish === null) return;
  if (wish.do === "ask") ask(wish);
  else if (wish.do === "vote") vote(from, wish);
  else if (wish.do === "close" && poll !== null && wish.number === poll.number) poll.isOpen = false;
  const state = { is: "poll", poll: results() };
  if (wish.do === "look") await ui.send(from, JSON.stringify({ ...state, mine: poll?.votes.get(from) ?? null }));
  else await ui.broadcast(JSON.stringify(state));
});
