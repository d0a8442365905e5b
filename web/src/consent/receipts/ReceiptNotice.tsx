import { Button } from "../../design/Button";
import { IconButton } from "../../design/IconButton";
import { Icon } from "../../design/icons";
import type { RevocationReceipt } from "../../signaling/protocol";
import { headline, noticeWords } from "./receiptWords";

/** Says that it is done, and where the rest stands. */
export function ReceiptNotice({ receipt, onShow, onClose }: { receipt: RevocationReceipt; onShow: () => void; onClose: () => void }) {
  return (
    <div class="notice" role="status">
      {receipt.state === "forgotten" && <Icon name="check" />}
      <p>
        <bdi>{headline(receipt)}</bdi>. {noticeWords(receipt)}
      </p>
      <div class="notice__actions">
        <Button look="quiet" onClick={onShow}>
          See receipt
        </Button>
        <IconButton icon="close" label="Close the notice about the receipt" look="quiet" onClick={onClose} />
      </div>
    </div>
  );
}
