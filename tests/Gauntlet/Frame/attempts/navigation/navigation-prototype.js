// vector: Navigation API by its prototype
Reflect.apply(Navigation.prototype.navigate, window.navigation, ["$URL.html"]);
