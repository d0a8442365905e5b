// posted: Array.prototype.includes replaced: what is declared
onGo(() => {
  Array.prototype.includes = () => true;
  chat.send(target.token);
});
