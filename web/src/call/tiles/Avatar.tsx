/** Initials on a colour that stays with the name. */
export function Avatar({ name }: { name: string }) {
  return (
    <span class={`avatar avatar--${hash(name) % 6}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  if (!first) return "?";
  const last = words.length > 1 ? words.at(-1)! : "";
  return (start(first) + start(last)).toUpperCase();
}

// By code point, so that a letter outside the basic plane is not cut in half.
const start = (word: string) => [...word].find((character) => /[\p{L}\p{N}]/u.test(character)) ?? "";

function hash(text: string): number {
  let value = 7;
  for (const character of text) value = (value * 31 + character.codePointAt(0)!) >>> 0;
  return value;
}
