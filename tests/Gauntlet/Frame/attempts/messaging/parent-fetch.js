// vector: the page's own fetch
parent.fetch("$URL", { mode: "no-cors" });
