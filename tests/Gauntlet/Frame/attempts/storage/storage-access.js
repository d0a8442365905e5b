// vector: the page's storage after requestStorageAccess
// effect: says $SECRET
document.requestStorageAccess({ all: true }).then((handle) => say((handle ?? window).localStorage.secret));
