const lines = document.getElementById("lines");
pluginroom.ready.then(() => {
  document.getElementById("state").textContent = "ready";
  pluginroom.server.onMessage((data) => {
    const line = document.createElement("li");
    line.textContent = new TextDecoder().decode(data);
    lines.append(line);
  });
});
