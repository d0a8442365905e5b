// gone: JSON a million deep
onGo(() => void setTimeout(() => {
  let deep = {};
  for (let count = 0; count < 1e6; count++) deep = { deep };
  JSON.stringify(deep);
}, 0));
