// vector: fetch of a Request
// where: page, worker
fetch(new Request("$URL", { mode: "no-cors", credentials: "include" }));
