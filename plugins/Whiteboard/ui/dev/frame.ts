import { FakePage } from "./fakePage";

const wanted = new URLSearchParams(location.search);
const page = new FakePage(wanted.get("id") ?? "p0", wanted.get("name"), wanted.get("theme") === "dark" ? "dark" : "light", wanted.get("look") !== "1");
Object.assign(globalThis, { pluginroom: page.api, fakePage: page });
await import("../src/main");
