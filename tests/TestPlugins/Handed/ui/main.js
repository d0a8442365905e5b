await pluginroom.ready;
const tell = (text) => pluginroom.server.send(new TextEncoder().encode(text));
for (const id of ["propose", "ask"]) document.getElementById(id).addEventListener("click", () => tell(id));
document.getElementById("here").addEventListener("click", () =>
  pluginroom.files.pick({ kinds: ["text"], maxBytes: 1000 }).then(
    async ([file]) => tell(`frame has ${file.name}: ${await file.text()}`),
    (error) => tell(`frame has none: ${error.code}`),
  ));
