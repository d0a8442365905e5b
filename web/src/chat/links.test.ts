import { expect, test } from "vitest";
import { splitLinks } from "./links";

const links = (line: string) => splitLinks(line).flatMap((part) => ("link" in part ? [part.link] : []));
const whole = (line: string) => splitLinks(line).map((part) => ("link" in part ? part.link : part.text)).join("");

test.each([
  ["see https://example.org/a?b=c#d now", ["https://example.org/a?b=c#d"]],
  ["https://example.org.", ["https://example.org"]],
  ["(https://example.org/a)", ["https://example.org/a"]],
  ["https://example.org/a_(b)", ["https://example.org/a_(b)"]],
  ["http://a.example, https://b.example!", ["http://a.example", "https://b.example"]],
  ["HTTPS://EXAMPLE.ORG", ["HTTPS://EXAMPLE.ORG"]],
])("%s", (line, expected) => expect(links(line)).toEqual(expected));

test.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "xhttps://example.org", "https://", "www.example.org", "plain"])(
  "no link: %s",
  (line) => expect(links(line)).toEqual([]),
);

test.each(["a https://example.org) b", "", "https://a.example https://b.example", "ü https://ü.example/ü. ü"])("nothing is lost of: %s", (line) =>
  expect(whole(line)).toBe(line),
);
