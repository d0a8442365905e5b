export const canShareScreen = () => typeof navigator.mediaDevices?.getDisplayMedia === "function";

// Newer members of the dictionary, known to browsers before they are known to TypeScript.
interface ScreenOptions extends DisplayMediaStreamOptions {
  selfBrowserSurface?: "include" | "exclude";
  surfaceSwitching?: "include" | "exclude";
  systemAudio?: "include" | "exclude";
}

/** Null when the person changed their mind in the browser's picker. */
export async function captureScreen(): Promise<MediaStream | null> {
  const options: ScreenOptions = {
    video: { frameRate: { ideal: 30, max: 30 } },
    audio: true,
    selfBrowserSurface: "exclude",
    surfaceSwitching: "include",
    systemAudio: "exclude",
  };
  try {
    return await navigator.mediaDevices.getDisplayMedia(options);
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotAllowedError") return null;
    throw error;
  }
}
