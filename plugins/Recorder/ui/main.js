// @ts-check
/// <reference path="../../../src/Plugin.Sdk/ui/pluginroom-ui.d.ts" />
import { describe, elapsed, included, size } from "./describe.js";

/** @param {string} id */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const button = /** @type {HTMLButtonElement} */ (part("record"));

/** What the last press of the button ran into, until the next one. @type {string | null} */
let refusal = null;

/** @param {"light" | "dark"} theme */
const wear = (theme) => (document.documentElement.dataset.theme = theme);

/** @param {string} id @param {string | null} text */
function say(id, text) {
  const element = part(id);
  if (text !== null && element.textContent !== text) element.textContent = text;
  element.hidden = text === null;
}

function draw() {
  const recording = pluginroom.recording.state;
  const panel = describe(recording);
  button.disabled = !panel.enabled;
  button.dataset.does = panel.button;
  say("record-label", panel.label);
  say("state", panel.state);
  say("hint", panel.hint);
  say("problem", refusal ?? recording.problem);
  say("people", included(recording.allowed, recording.people));
  say("size", size(recording.bytes));
  part("numbers").hidden = !panel.numbers;
  tick();
}

function tick() {
  const { phase, startedAt } = pluginroom.recording.state;
  say("clock", phase === "recording" && startedAt !== null ? elapsed(Date.now() - startedAt) : null);
}

async function press() {
  refusal = null;
  try {
    await (button.dataset.does === "stop" ? pluginroom.recording.stop() : pluginroom.recording.start());
  } catch (error) {
    const { code, message } = /** @type {PluginRoomError} */ (error);
    // Somebody who closes the question knows that nothing was started.
    if (code !== "recording.dismissed") refusal = message;
  }
  draw();
}

pluginroom.ready.then(() => {
  wear(pluginroom.theme);
  pluginroom.onTheme(wear);
  pluginroom.recording.onState(draw);
  button.addEventListener("click", press);
  setInterval(tick, 500);
  draw();
});
