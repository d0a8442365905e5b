// vector: RegExp replaced
RegExp.prototype.exec = () => null;
RegExp.prototype.test = () => false;
RegExp.prototype[Symbol.match] = () => null;
document.body.innerHTML = "<iframe src='$URL.html'></iframe>";
