import { visibleParts } from "./visibleText";

/** A plugin's text as it is, to the last character: what could not be seen in it is named. */
export function VisibleText({ text }: { text: string }) {
  const parts = visibleParts(text);
  return (
    <>
      <blockquote class="question__text" tabIndex={0} dir="auto">
        {parts.map((part, index) =>
          "hidden" in part ? (
            <span key={index} class="question__hidden" title="Cannot be seen">
              {part.hidden}
            </span>
          ) : (
            <bdi key={index}>{part.text}</bdi>
          ),
        )}
      </blockquote>
      {parts.some((part) => "hidden" in part) && <p class="small muted">What is marked could not be seen. It is left out.</p>}
    </>
  );
}
