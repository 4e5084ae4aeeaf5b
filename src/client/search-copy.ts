/** Copies the address of the question. Fetched when that is first asked. */

/** Milliseconds for which the button says that it has done its work. */
const DONE = 2000;

/** Copies it, and lets the element in the button say for a while what came of it. */
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
  }, DONE);
}
