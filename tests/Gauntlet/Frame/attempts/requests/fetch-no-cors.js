// vector: fetch without CORS, a POST
fetch("$URL", { method: "POST", mode: "no-cors", body: "secret" });
