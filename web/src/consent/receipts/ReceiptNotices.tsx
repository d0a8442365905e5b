import { onDemand } from "../../design/onDemand";
import type { ReceiptBook } from "./receiptBook";

const ReceiptNotice = onDemand(() => import("./ReceiptNotice").then((part) => part.ReceiptNotice));

/** Nothing while there is nothing to tell. */
export function ReceiptNotices({ book, onShow }: { book: ReceiptBook; onShow: () => void }) {
  const receipt = book.news.value;
  return receipt && <ReceiptNotice receipt={receipt} onShow={onShow} onClose={() => book.seen()} />;
}
