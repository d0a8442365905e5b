// What crosses between the page and a frame that changes pictures: pictures, and nothing else. Whatever comes back is untrusted.

export interface ToPicture {
  picture: ImageBitmap;
}

/** Null: the plugin's code threw, or gave something else than a picture of the same size. */
export interface FromPicture {
  picture: ImageBitmap | null;
}

/** Posted by the frame's boot script when the plugin's script does not start, or stops with an error outside of a picture. */
export const broken = "pluginroom:broken";
