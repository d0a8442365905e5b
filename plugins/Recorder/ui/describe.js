// @ts-check
/// <reference path="../../../src/Plugin.Sdk/ui/pluginroom-ui.d.ts" />

/**
 * What the panel shows for a state of the recording.
 * @typedef {{ button: "record" | "stop", label: string, enabled: boolean, state: string, clock: boolean, numbers: boolean, hint: string | null }} Panel
 */

/**
 * @param {PluginRoomRecording} recording
 * @returns {Panel}
 */
export function describe(recording) {
  const record = { button: /** @type {const} */ ("record"), label: "Record", clock: false, numbers: false, hint: null };
  switch (recording.phase) {
    case "idle":
      return { ...record, enabled: true, state: "Nothing is being recorded" };
    case "asking":
      return { ...record, enabled: false, state: "Waiting for your answer", hint: "The page asks you to confirm." };
    case "saving":
      return { ...record, enabled: false, state: "Saving the recording…", hint: "Keep this page open until it is saved." };
    case "recording":
      return recording.mine ? running() : { ...record, enabled: false, state: `${recording.startedBy ?? "Someone"} is recording`, clock: true,
        hint: "Whether you are in it is up to you: use the bar at the top of the page." };
  }
}

/** @returns {Panel} */
function running() {
  return { button: "stop", label: "Stop", enabled: true, state: "You are recording", clock: true, numbers: true,
    hint: "It goes on while this tab is in the background." };
}

/** @param {number} milliseconds */
export function elapsed(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (/** @type {number} */ value) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** @param {number} bytes */
export function size(bytes) {
  if (bytes < 1e6) return `${Math.round(bytes / 1e3)} kB`;
  return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/** @param {number} allowed @param {number} people */
export function included(allowed, people) {
  return allowed === people ? (people === 1 ? "Only you" : `All ${people}`) : `${allowed} of ${people}`;
}
