// gone: throwing null
onGo(() => { throw null; });
