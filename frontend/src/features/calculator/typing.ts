/**
 * Puts a text in the place of what is in a field as typing does, so that the browser's own undo takes it back. Only the
 * part that differs is typed. False where the browser cannot.
 */
export function typeOver(field: HTMLTextAreaElement, next: string): boolean {
  const before = field.value;
  if (before === next) return true;
  const shorter = Math.min(before.length, next.length);
  let start = 0;
  while (start < shorter && before[start] === next[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === next.at(-1 - same)) same += 1;
  const typed = next.slice(start, next.length - same);
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, before.length - same);
  // Deprecated, and the only way to the undo of a field: the browsers keep it for that.
  return document.execCommand?.(typed === "" ? "delete" : "insertText", false, typed) ?? false;
}
