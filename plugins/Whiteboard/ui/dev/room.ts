import { FakeServer } from "./fakeServer";

// ?people=3 for three, ?theme=dark, ?look=1 makes the last one a person who does not allow drawing.
const wanted = new URLSearchParams(location.search);
const count = Number(wanted.get("people") ?? 2);
new FakeServer();
for (let index = 0; index < count; index++) {
  const frame = document.createElement("iframe");
  const looks = wanted.get("look") === "1" && index === count - 1;
  frame.src = `frame.html?id=p${index}&theme=${wanted.get("theme") ?? "light"}${looks ? "&look=1" : ""}${index === 0 ? "&name=Anna+Weiss" : index === 2 ? "&name=Jo" : ""}`;
  document.body.append(frame);
}
