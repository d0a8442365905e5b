// vector: eval
(0, eval)("fetch('$URL')");
