export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  readonly bitsPerSecond: number;
  readonly codecs: readonly ("vp9" | "vp8")[];
}

export const soundBitsPerSecond = 96_000;

/** VP9 and 1080 lines only where the call itself still has enough cores left beside the encoder. */
export function pictureFor(cores: number): Picture {
  return cores >= 8
    ? { width: 1920, height: 1080, framesPerSecond: 30, bitsPerSecond: 3_500_000, codecs: ["vp9", "vp8"] }
    : { width: 1280, height: 720, framesPerSecond: 30, bitsPerSecond: 2_200_000, codecs: ["vp8", "vp9"] };
}

/** How long a recording of this size runs, roughly: to warn before memory is full. */
export function minutesIn(bytes: number, picture: Picture): number {
  return Math.floor((bytes * 8) / (picture.bitsPerSecond + soundBitsPerSecond) / 60);
}
