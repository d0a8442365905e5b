// vector: presentation on another screen
// not: Chromium asks only after a person's click
// not: Firefox has no presentations
new PresentationRequest(["$URL.html"]).start();
