// vector: tag behind a comment that is none
document.body.innerHTML = "<style><!--</style><iframe src='$URL.html'></iframe>-->";
