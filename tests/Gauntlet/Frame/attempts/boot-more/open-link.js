// vector: link asked of the page, without a person's click
// alone
if (window.pluginroom) pluginroom.openLink("$URL.html");
else open("$URL.html");
