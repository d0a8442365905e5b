// vector: import of a data address that imports
import("data:text/javascript,import '$URL.js'");
