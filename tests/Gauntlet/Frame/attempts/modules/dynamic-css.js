// vector: dynamic import of a style sheet
// not: Firefox imports no style sheets
import("$URL.css", { with: { type: "css" } });
