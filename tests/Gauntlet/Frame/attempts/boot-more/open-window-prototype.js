// vector: window.open off a prototype
// alone
Reflect.apply(Window.prototype.open ?? window.open, window, ["$URL.html"]);
