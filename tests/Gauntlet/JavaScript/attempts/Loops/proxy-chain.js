// endless: a Proxy that is its own prototype, asked by instanceof
// not: Node ends it by itself
onGo(() => { const own = new Proxy({}, { getPrototypeOf: () => own }); return own instanceof class { }; });
