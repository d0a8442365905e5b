// posted: a capability added to the list of what is declared
onGo(() => {
  (room.capabilities ??= []).push("chat.send");
  chat.send(target.token);
});
