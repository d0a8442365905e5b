import { Button } from "../../design/Button";
import type { FileTransfers } from "./fileTransfers";
import "./questions.css";

/** What is on its way to plugins, while it is; it can be taken back. */
export function Handovers({ transfers }: { transfers: FileTransfers }) {
  if (transfers.active.value.length === 0) return null;
  return (
    <div class="handovers">
      {transfers.active.value.map(({ id, pluginName, files, given, size }) => (
        <div class="handovers__one" key={id}>
          <label>
            {files.length === 1 ? "A file" : `${files.length} files`} for <bdi>{pluginName}</bdi> <progress max={size} value={given} />
          </label>
          <Button onClick={() => transfers.stop(id)}>Take back</Button>
        </div>
      ))}
    </div>
  );
}
