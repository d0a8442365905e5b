import { Button } from "../../design/Button";
import { IconButton } from "../../design/IconButton";
import { Icon } from "../../design/icons";
import type { ReceiptBook } from "./receiptBook";
import { headline } from "./receiptWords";

/** Says that it is done, and where the rest stands. */
export function ReceiptNotice({ book, onShow }: { book: ReceiptBook; onShow: () => void }) {
  const receipt = book.news.value;
  if (!receipt) return null;
  return (
    <div class="notice" role="status">
      <Icon name="check" />
      <p>
        <bdi>{headline(receipt)}</bdi>. {receipt.sent.length > 0 ? "This host has forgotten it; some had been sent before." : "This host has forgotten it, and nothing had been sent."}
      </p>
      <Button look="quiet" onClick={onShow}>
        See receipt
      </Button>
      <IconButton icon="close" label="Close the notice about the receipt" look="quiet" onClick={() => book.seen()} />
    </div>
  );
}
