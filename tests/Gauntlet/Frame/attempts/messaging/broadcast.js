// vector: BroadcastChannel
// effect: trace
new BroadcastChannel("gauntlet").postMessage("$TOKEN");
