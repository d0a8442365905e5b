// vector: import of a blob that imports
import(URL.createObjectURL(new Blob(["import '$URL.js'"], { type: "text/javascript" })));
