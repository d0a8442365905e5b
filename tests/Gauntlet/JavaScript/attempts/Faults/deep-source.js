// gone: code a million brackets deep
onGo(() => void setTimeout(() => (0, eval)("[".repeat(1e6)), 0));
