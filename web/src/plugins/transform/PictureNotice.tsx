import { IconButton } from "../../design/IconButton";
import { Icon } from "../../design/icons";
import type { ChangeNotice, PictureChange } from "./pictureChange";

const because: Record<ChangeNotice["reason"], string> = {
  silent: "it did not start",
  slow: "it was too slow",
  hung: "it did not answer any more",
  broken: "it failed",
  unsupported: "this browser lacks what is needed to keep it locked",
  gone: "it was removed or replaced",
};

/** Nobody's picture goes back to what it was without their knowing. */
export function PictureNotice({ pictures }: { pictures: PictureChange }) {
  const notice = pictures.notice.value;
  if (!notice) return null;
  return (
    <div class="notice notice--warning" role="alert">
      <Icon name="warning" />
      <p>
        <bdi>{notice.pluginName}</bdi> does not change your picture any more: {because[notice.reason]}. The others see your camera as it is.
      </p>
      <IconButton icon="close" label={`Dismiss the word about ${notice.pluginName}`} look="quiet" onClick={() => pictures.dismissNotice()} />
    </div>
  );
}
