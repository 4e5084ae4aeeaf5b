/** Arrows go from the question to the results and through them; Escape goes back to the question. */
import type { SearchView } from "./search-view.ts";

/** Whether a key belongs to the browser, or to a word that is still being composed. */
export function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing;
}

/** Begins to listen; `root` holds the question's field and the view's results. */
export function listenToArrows(root: HTMLElement, field: HTMLTextAreaElement, view: SearchView): void {
  root.addEventListener("keydown", (event) => {
    if (hasModifier(event)) return;
    const move = event.target === field ? moveFromField : moveFromResult;
    if (move(event.key, field, view)) event.preventDefault();
  });
}

function moveFromField(key: string, field: HTMLTextAreaElement, view: SearchView): boolean {
  const isAtEnd = field.selectionEnd === field.value.length;
  return key === "ArrowDown" && isAtEnd && view.focusResult(0);
}

function moveFromResult(key: string, field: HTMLTextAreaElement, view: SearchView): boolean {
  const current = view.findCurrent();
  if (key === "Escape" || (key === "ArrowUp" && current === 0)) {
    field.focus();
    return true;
  }
  const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  return step !== 0 && current >= 0 && view.focusResult(current + step);
}
