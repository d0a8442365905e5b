// vector: importScripts of a blob that asks further
// where: worker
// not: Firefox imports nothing from within an import
importScripts(URL.createObjectURL(new Blob(["importScripts('$URL.js')"])));
