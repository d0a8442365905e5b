/** Name of the worker that a script for pictures runs in, by which the boot script knows what to be there. */
export const pictureWorker = "pluginroom:picture";
