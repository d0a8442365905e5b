// vector: frame by a range
document.body.append(document.createRange().createContextualFragment("<iframe src='$URL.html'></iframe>"));
