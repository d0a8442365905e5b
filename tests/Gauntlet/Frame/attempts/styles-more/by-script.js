// vector: style set by script
document.body.style.backgroundImage = "url($URL)";
