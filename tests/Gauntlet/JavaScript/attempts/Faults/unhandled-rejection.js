// gone: a rejection that nobody handles
onGo(() => void Promise.reject(new Error("nobody looks")));
