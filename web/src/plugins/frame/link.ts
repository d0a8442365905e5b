/** What a plugin may ask to have opened: a web address without a name or password in it. Null otherwise. */
export function readLink(url: string): URL | null {
  try {
    const parsed = new URL(url);
    const web = parsed.protocol === "https:" || parsed.protocol === "http:";
    return web && parsed.username === "" && parsed.password === "" ? parsed : null;
  } catch {
    return null;
  }
}
