// vector: localStorage that the page finds
// effect: trace
localStorage.setItem("$TOKEN", "1");
