// vector: dynamic import
import("$URL.js");
