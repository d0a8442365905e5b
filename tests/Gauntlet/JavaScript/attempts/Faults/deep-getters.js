// gone: getters that call one another
onGo(() => void setTimeout(() => ({ get deeper() { return this.deeper; } }).deeper, 0));
