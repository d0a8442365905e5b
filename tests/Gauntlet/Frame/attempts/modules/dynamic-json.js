// vector: dynamic import of JSON
import("$URL.json", { with: { type: "json" } });
