import type { Line } from "./notebook";

const lineLimit = 200;
const changed = "math:notebook";

/** Where a notebook is kept between visits, and shared with the other tabs of its user. */
export function storedLines(user: string) {
  const key = `math.notebook.${user}`;
  let seen: string | null = null;
  const text = (): string | null => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const read = (): Line[] => {
    seen = text();
    try {
      return JSON.parse(seen ?? "[]") as Line[];
    } catch {
      return [];
    }
  };
  return {
    read,
    /** The lines as another tab has left them, if one has changed them since; else one's own. */
    newest: (own: Line[]): Line[] => (text() === seen ? own : read()),
    write(lines: Line[]): void {
      try {
        localStorage.setItem(key, JSON.stringify(lines.slice(-lineLimit)));
      } catch {
        // Full or switched off: the notebook lasts as long as the page.
      }
      seen = text();
      dispatchEvent(new Event(changed));
    },
    /** Says when the lines may have been changed from elsewhere: by another tab, or by what was begun before. */
    watch(listener: () => void): () => void {
      const onStorage = (event: StorageEvent) => {
        if (event.key === key) listener();
      };
      addEventListener("storage", onStorage);
      addEventListener(changed, listener);
      return () => {
        removeEventListener("storage", onStorage);
        removeEventListener(changed, listener);
      };
    },
  };
}
