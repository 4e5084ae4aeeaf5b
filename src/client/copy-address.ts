/** Copies the address of the page. */

/** Milliseconds for which the button that copies says that it has done its work. */
const COPIED = 2000;

/** Copies the address of the page, and lets the button say for a while what came of it. */
export async function copyAddress(label: Element): Promise<void> {
  const usual = label.textContent;
  const done = await navigator.clipboard.writeText(location.href).then(
    () => "Copied",
    () => "Copy it from the address bar",
  );
  if (usual === done) return;
  label.textContent = done;
  setTimeout(() => {
    label.textContent = usual;
  }, COPIED);
}
