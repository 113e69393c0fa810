import { type Line, isPending, withLines } from "./notebook";

/** A longer answer is not kept, since it can be asked for again: a browser keeps some five million characters in all. */
const answerLimit = 4000;
const changed = "math:notebook";

/** The lines without their long answers. */
export function shortened(lines: Line[]): Line[] {
  return lines.map((line) =>
    line.answer && JSON.stringify(line.answer).length > answerLimit ? { ...line, answer: undefined } : line,
  );
}

/** Where a notebook is kept between visits, and shared with the other tabs of its user. */
export function storedLines(user: string) {
  const key = `math.notebook.${user}`;
  let seen: string | null = null;
  let isKept = true;
  const text = (): string | null => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const keep = (lines: Line[]): boolean => {
    try {
      localStorage.setItem(key, JSON.stringify(lines));
      return true;
    } catch {
      return false;
    }
  };
  const read = (own: Line[] = []): Line[] => {
    seen = text();
    try {
      return (JSON.parse(seen ?? "[]") as Line[]).map((line) => withAnswer(line, own));
    } catch {
      return [];
    }
  };
  return {
    read: () => read(),
    /** The lines as another tab has left them, if one has changed them since; else one's own. */
    newest(own: Line[]): Line[] {
      if (text() === seen) return own;
      return isKept ? read(own) : withLines(read(own), own);
    },
    /** Whether the lines are kept: not where the browser's storage is full or switched off. */
    write(lines: Line[]): boolean {
      isKept = keep(shortened(lines)) || keep(lines.map((line) => ({ ...line, answer: undefined })));
      seen = text();
      dispatchEvent(new Event(changed));
      return isKept;
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

/** A line whose answer was too long to be kept, with the one that this tab has. */
function withAnswer(line: Line, own: Line[]): Line {
  if (!isPending(line)) return line;
  const known = own.find((one) => one.id === line.id);
  return known?.source === line.source && known.precision === line.precision ? known : line;
}
