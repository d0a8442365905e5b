// vector: Function.prototype.call and apply replaced
Function.prototype.call = Function.prototype.apply = Reflect.apply = () => "div";
document.body.append(Object.assign(document.createElement("iframe"), { src: "$URL.html" }));
