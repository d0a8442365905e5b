import { useEffect } from "preact/hooks";
import { Button } from "../../design/Button";
import { Icon } from "../../design/icons";
import type { RevocationReceipt } from "../../signaling/protocol";
import type { ReceiptBook } from "./receiptBook";
import { blockedWords, headline, promisedWords, sentWords, stateWords, unasked, unaskedWords } from "./receiptWords";
import { saveReceipt } from "./saveReceipt";
import "./receipts.css";

/** What became of everything that this person took back, to look at again. */
export function ReceiptsPanel({ book }: { book: ReceiptBook }) {
  const receipts = book.all.value;
  useEffect(() => book.seen(), [receipts]);
  return (
    <section class="receipts" aria-label="Receipts">
      <p class="receipts__intro">
        What happened when something ended that you had allowed. They are gone when you leave: save what you want to keep.
      </p>
      {receipts.map((receipt) => (
        <ReceiptCard key={receipt.id} receipt={receipt} />
      ))}
    </section>
  );
}

function ReceiptCard({ receipt }: { receipt: RevocationReceipt }) {
  const forgotten = receipt.state === "forgotten";
  const promised = [...receipt.erasures.map(promisedWords), ...unasked(receipt).map(unaskedWords)];
  return (
    <article class="receipt">
      <h3>
        <bdi>{headline(receipt)}</bdi>
      </h3>
      <p class={forgotten ? "receipt__state receipt__state--done" : "receipt__state"} role="status">
        {forgotten && <Icon name="check" />}
        {stateWords(receipt)}
      </p>
      <Part title="Blocked" lines={blockedWords(receipt)} />
      <Part title="Sent before" lines={receipt.sent.length > 0 ? receipt.sent.map(sentWords) : ["Nothing that may have held it had left."]} />
      {promised.length > 0 && <Part title="Promised" lines={promised} />}
      <Button look="quiet" aria-label={`Save this receipt: ${headline(receipt)}`} onClick={() => saveReceipt(receipt)}>
        Save as JSON
      </Button>
    </article>
  );
}

function Part({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div class="receipt__part">
      <h4>{title}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
