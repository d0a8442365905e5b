// vector: fetch without CORS, a POST
// where: page, worker
fetch("$URL", { method: "POST", mode: "no-cors", body: "secret" });
