// vector: message to whoever made the worker
// where: worker
// effect: says through
postMessage({ token: "$TOKEN", value: "through" });
