// vector: img by createContextualFragment
document.body.append(document.createRange().createContextualFragment("<img src='$URL'>"));
