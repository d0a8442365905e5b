// vector: cookie that the page gets
// effect: trace
document.cookie = "$TOKEN=1; path=/";
