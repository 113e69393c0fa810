import { useEffect } from "react";
import { createStore, useStore } from "../api/store";

const notice = createStore<{ text: string; number: number } | null>(null);
let number = 0;

/** Says in passing that something was done. */
export function notify(text: string): void {
  notice.set({ text, number: ++number });
}

/** Where passing notices are seen and read out. */
export function Notices() {
  const current = useStore(notice);
  useEffect(() => {
    if (!current) return;
    const timer = setTimeout(() => notice.set(null), 4000);
    return () => clearTimeout(timer);
  }, [current]);
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 bottom-6 z-50 flex justify-center px-4">
      {current && (
        <p key={current.number} className="rounded-md bg-ink px-4 py-2 text-sm text-paper shadow-float">
          {current.text}
        </p>
      )}
    </div>
  );
}
