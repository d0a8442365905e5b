/** Where the finished file goes: the place that the person picked, or the browser's downloads. */
export interface Destination {
  readonly fileName: string;
  /** A picked place is written completely when this resolves; a download may still be copying. */
  readonly picked: boolean;
  save(content: Blob): Promise<void>;
}

type SavePicker = (options: {
  suggestedName: string;
  types: { description: string; accept: Record<string, string[]> }[];
}) => Promise<FileSystemFileHandle>;

/** Has to be called straight from a click. Null when the person closed the browser's picker. */
export async function chooseDestination(suggestedName: string): Promise<Destination | null> {
  const pick = (window as { showSaveFilePicker?: SavePicker }).showSaveFilePicker;
  if (!pick) {
    return download(suggestedName);
  }
  try {
    const types = [{ description: "WebM video", accept: { "video/webm": [".webm"] } }];
    return picked(await pick.call(window, { suggestedName, types }));
  } catch (error) {
    // Any other failure means that this browser or its owner forbids the picker, not that the person said no.
    return error instanceof DOMException && error.name === "AbortError" ? null : download(suggestedName);
  }
}

export function download(fileName: string): Destination {
  return {
    fileName,
    picked: false,
    save: (content) => {
      const url = URL.createObjectURL(content);
      const link = Object.assign(document.createElement("a"), { href: url, download: fileName });
      link.click();
      // The browser copies in the background and says nothing when it is done.
      setTimeout(() => URL.revokeObjectURL(url), 600_000);
      return Promise.resolve();
    },
  };
}

function picked(handle: FileSystemFileHandle): Destination {
  return {
    fileName: handle.name,
    picked: true,
    save: async (content) => content.stream().pipeTo(await handle.createWritable()),
  };
}

/** A file name that every file system takes: `Team meeting 2026-11-22 14.05.webm`. */
export function recordingFileName(room: string, at: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const name = room.replace(/[^\p{Letter}\p{Number} _-]+/gu, "").trim().slice(0, 60) || "Recording";
  return `${name} ${day} ${two(at.getHours())}.${two(at.getMinutes())}.webm`;
}
