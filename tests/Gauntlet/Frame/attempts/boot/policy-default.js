// vector: default policy replaced
trustedTypes.createPolicy("default", { createHTML: (markup) => markup, createScript: (code) => code });
document.body.innerHTML = "<iframe src='$URL.html'></iframe>";
