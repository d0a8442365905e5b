// memory: a microtask that makes two
onGo(() => { const two = () => { queueMicrotask(two); queueMicrotask(two); }; two(); });
