// endless: a regular expression that backtracks, through replace, split and matchAll
onGo(() => {
  const text = `${"ab".repeat(40)}c`;
  text.replace(/^(?:(?:ab)+|a|b)*$/g, "x").split(/^(?:(?:ab)+|a|b)*$/);
  return [...text.matchAll(/^(?:(?:ab)+|a|b)*$/g)];
});
