/** Scrolls a list, and nothing around it, until an entry of it is in sight. */
export function scrollInside(list: HTMLElement, entry: Element | null | undefined): void {
  if (!entry) return;
  const { top, bottom } = entry.getBoundingClientRect();
  const around = list.getBoundingClientRect();
  list.scrollTop += Math.min(top - around.top, 0) + Math.max(bottom - around.bottom, 0);
}
