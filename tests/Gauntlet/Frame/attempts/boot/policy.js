// vector: trusted types policy of its own
const policy = trustedTypes.createPolicy("way", { createHTML: (markup) => markup });
document.body.innerHTML = policy.createHTML("<iframe src='$URL.html'></iframe>");
