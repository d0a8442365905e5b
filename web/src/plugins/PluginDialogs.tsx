import { Button } from "../design/Button";
import { Sheet } from "../design/Sheet";
import { useSettled } from "../design/useSettled";
import type { Ask, PendingAsk } from "./asks";
import { sizeWords } from "./sizeWords";
import type { PluginStore } from "./pluginStore";

/** What only the person can grant: saving a plugin's file, opening a plugin's link. One question at a time. */
export function PluginDialogs({ store }: { store: PluginStore }) {
  const pending = store.asks.pending.value[0];
  if (!pending) return null;
  const { id, ask } = pending;
  // By key: the next question is another one, with a first moment of its own.
  return ask.kind === "file" ? <SaveFile key={id} pending={pending} ask={ask} /> : <OpenLink key={id} pending={pending} ask={ask} />;
}

function SaveFile({ pending, ask }: { pending: PendingAsk; ask: Extract<Ask, { kind: "file" }> }) {
  const settled = useSettled();
  const save = () => {
    download(ask.fileName, ask.file);
    pending.answer(true);
  };
  return (
    <Sheet title={`The plugin ${ask.pluginName} offers a file`} onClose={() => pending.answer(false)}>
      <p>
        Save <strong>{ask.fileName}</strong> ({sizeWords(ask.file.size)}) on this device? It was made by the plugin; open it as you would any
        file from somebody else.
      </p>
      <div class="ask__actions">
        <Button look="primary" disabled={!settled.value} onClick={save}>
          Save file
        </Button>
        <Button onClick={() => pending.answer(false)}>Do not save</Button>
      </div>
    </Sheet>
  );
}

function OpenLink({ pending, ask }: { pending: PendingAsk; ask: Extract<Ask, { kind: "link" }> }) {
  const settled = useSettled();
  const open = () => {
    window.open(ask.url.href, "_blank", "noopener,noreferrer");
    pending.answer(true);
  };
  return (
    <Sheet title={`The plugin ${ask.pluginName} wants to open a page`} onClose={() => pending.answer(false)}>
      <p>
        On <strong>{ask.url.host}</strong>, in a new tab. Its address can carry what the plugin knows:
      </p>
      <p class="ask__address">{ask.url.href}</p>
      <div class="ask__actions">
        <Button look="primary" disabled={!settled.value} onClick={open}>
          Open page
        </Button>
        <Button onClick={() => pending.answer(false)}>Do not open</Button>
      </div>
    </Sheet>
  );
}

// As bytes of no type: whatever the plugin calls it, this browser only saves it.
function download(fileName: string, file: Blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([file], { type: "application/octet-stream" }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
