pluginroom.ready.then(() => (document.getElementById("state").textContent = "ready"));
