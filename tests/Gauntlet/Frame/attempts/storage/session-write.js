// vector: sessionStorage that the page finds
// effect: trace
sessionStorage.setItem("$TOKEN", "1");
