// endless: microtasks that follow one another
onGo(() => { const again = () => Promise.resolve().then(again); again(); });
