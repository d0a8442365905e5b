// vector: new Audio
new Audio("$URL").load();
