/**
 * Keeps the reader's choice of light in this browser. Runs in the head before anything is painted, so that a stored
 * choice never flashes; without it the radios of the masthead still work for the page they are on.
 * The function is sent to the browser as its own source (pages/theme.js.ts), so it may use nothing from outside itself.
 */
export function keepTheme(): void {
  const root = document.documentElement;
  const key = "offprint-theme";
  const read = (): string | null => {
    try {
      return localStorage.getItem(key);
    } catch {
      // Storage may be forbidden; then the choice lasts as long as the page.
      return null;
    }
  };
  const apply = (theme: string | null): void => {
    if (theme === "light" || theme === "dark") root.dataset["theme"] = theme;
    else delete root.dataset["theme"];
  };
  apply(read());
  document.addEventListener("DOMContentLoaded", () => {
    const chosen = document.getElementById(`theme-${read() ?? "auto"}`);
    if (chosen instanceof HTMLInputElement) chosen.checked = true;
  });
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== "theme") return;
    apply(target.value);
    try {
      if (target.value === "auto") localStorage.removeItem(key);
      else localStorage.setItem(key, target.value);
    } catch {
      // As above.
    }
  });
}
