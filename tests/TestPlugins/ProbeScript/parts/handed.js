orders["chat.sendAsUser"] = (words) => chat.sendAs(words.split(" ")[0], words.slice(words.indexOf(" ") + 1));

orders["files.pick"] = async (words) => {
  const [person, maxBytes, maxFiles, ...kinds] = words.split(" ");
  const picked = await files.pick(person, { maxBytes: Number(maxBytes), maxFiles: Number(maxFiles), kinds });
  return picked.map(({ name, type, data }) => `${name} ${type} ${data.length} ${sumOf(data)}`).join("|");
};

// Adler-32 (RFC 1950): the language has no digest.
function sumOf(data) {
  let [a, b] = [1, 0];
  for (const byte of data) [a, b] = [(a + byte) % 65521, (b + ((a + byte) % 65521)) % 65521];
  return (((b << 16) | a) >>> 0).toString(16).padStart(8, "0");
}

listen("usercard.read", (say) => room.on("usercard.changed", ({ from, fields }) => say(`${from} ${fields === null ? "withdrawn"
  : [fields.displayName, fields.pronouns, fields.role, fields.organisation, fields.link, fields.about].map((each) => each ?? "").join(";")}`)));
