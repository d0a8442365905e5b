// The end in an overlay. What came of them can be seen where the page asks the person about a link.
begin().then(() => pluginroom.openLink("https://states.example/" + states.join("")));
