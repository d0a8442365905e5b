// vector: fetch of a Request
fetch(new Request("$URL", { mode: "no-cors", credentials: "include" }));
