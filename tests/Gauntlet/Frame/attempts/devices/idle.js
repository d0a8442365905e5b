// vector: idle detection
// not: Chromium asks only after a person's click
// not: Firefox has no idle detection
// effect: says granted
IdleDetector.requestPermission().then(say);
